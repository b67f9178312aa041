using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Building;

namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>Makes of the models what templates are given.</summary>
internal static class TemplateViewBuilder
{
    public static TemplateViews Build(IReadOnlyList<ScopeModel> scopes, HostOptions options)
    {
        var relations = new TemplateRelations(scopes);
        var entities = scopes
            .SelectMany(s => s.Tables.Select(t => (Scope: s.Name, Table: t)))
            .GroupBy(p => p.Table.Row.FullName, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => TemplateEntityBuilder.Build(g.First().Table, g.Select(p => p.Scope), relations), StringComparer.Ordinal);
        var model = new TemplateModel(
            TemplateModelVersion.Current,
            DefaultScope.CommonNamespace(scopes.Select(s => s.Class.Type).Concat(scopes.SelectMany(s => s.Tables).Select(t => t.Row)).Select(t => t.Namespace)),
            GeneratedCode.Attribute,
            DatabaseNames.All.Where(d => options.Databases.HasFlag(d)).Select(DatabaseNames.NameOf).ToEquatableArray(),
            options.HasServices,
            options.HasEndpoints,
            options.HasHttp);
        var project = new TemplateProject(
            entities.Values.OrderBy(e => e.FullName, StringComparer.Ordinal).ToEquatableArray(),
            scopes.Select(s => Scope(s, entities)).OrderBy(s => s.FullName, StringComparer.Ordinal).ToEquatableArray());
        return new TemplateViews(model, project);
    }

    private static TemplateScope Scope(ScopeModel scope, IReadOnlyDictionary<string, TemplateEntity> entities)
    {
        var type = scope.Class.Type;
        return new TemplateScope(scope.Name, type.UnescapedName, type.Name, TemplateNames.FullName(type), type.FullName, type.Namespace, scope.Fingerprint)
        {
            Visibility = scope.Class.Visibility.ToString().ToLowerInvariant(),
            Declaration = scope.Class.Declaration,
            Containers = scope.Class.Containers,
            MayHandOn = scope.MayHandOn,
            Parameters = scope.Parameters.Select(Parameter).ToEquatableArray(),
            Tables = scope.Tables.Select(t => Table(t, entities[t.Row.FullName])).ToEquatableArray(),
        };
    }

    private static TemplateTable Table(TableModel table, TemplateEntity entity) => new(
        entity,
        table.Direction.ToString(),
        table.Conflicts.ToString(),
        table.Part is not null,
        entity.Properties.Where(p => table.Columns.Any(c => c.Property == p.Name)).ToEquatableArray(),
        entity.Properties.Where(p => table.OtherColumns.Any(c => c.Property == p.Name)).ToEquatableArray());

    private static TemplateParameter Parameter(ParameterModel parameter)
    {
        var type = TemplateEntityBuilder.BareType(parameter.Column);
        return new TemplateParameter(
            parameter.Name,
            CSharpIdentifier.Escape(parameter.Property),
            parameter.IsNullable ? type + "?" : type,
            parameter.Column.Stored.ToString(),
            parameter.IsNullable,
            parameter.IsList);
    }
}
