using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>The columns of an entity that travel in a scope.</summary>
internal static class ColumnSubset
{
    public static EquatableArray<ColumnModel> Of(ScopeDeclaration scope, EntityModel entity, TableDeclaration? settings, FindingList findings)
    {
        if (settings is null || (settings.Only is null && settings.Except is null))
        {
            return entity.Columns;
        }

        if (settings.Only is not null && settings.Except is not null)
        {
            findings.Add(ColumnRules.OnlyAndExcept, settings.Source, entity.Type.Name);
        }

        var named = Resolve(entity, settings.Only ?? settings.Except!.Value, findings);
        var key = entity.Columns.Take(entity.KeyLength);
        if (settings.Only is null)
        {
            foreach (var name in settings.Except!.Value.Where(n => key.Any(k => k.Property == n.Value)))
            {
                findings.Add(ColumnRules.ExceptKey, name.Source, entity.Type.Name, name.Value);
            }
        }

        var columns = entity.Columns.Where(c => key.Contains(c) || named.Contains(c) == settings.Only is not null).ToEquatableArray();
        foreach (var column in entity.Columns.Where(c => c.FilterParameter is not null && !columns.Contains(c)))
        {
            findings.Add(ConflictRules.FilterLeftOut, settings.Source, scope.Name.Value, entity.Type.Name, column.Property);
        }

        return columns;
    }

    private static List<ColumnModel> Resolve(EntityModel entity, EquatableArray<Annotated<string>> names, FindingList findings)
    {
        var columns = new List<ColumnModel>();
        foreach (var name in names)
        {
            if (entity.Columns.FirstOrDefault(c => c.Property == name.Value) is { } column)
            {
                columns.Add(column);
            }
            else
            {
                findings.Add(ColumnRules.UnknownProperty, name.Source, entity.Type.Name, name.Value);
            }
        }

        return columns;
    }
}
