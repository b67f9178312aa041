using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Emits the class of an entity that a file declares: read as it is written, it declares the same.</summary>
internal static class EntityEmitter
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";

    /// <summary>The class as generated code, which nobody edits.</summary>
    public static EmittedFile Emit(EntityDeclaration entity) =>
        CSharpFile.OfClass(entity.Type, "Entity", TemplateRenderer.Render("csharp/Entity", View(entity, isOwned: false)));

    /// <summary>The class as code that belongs to its readers from then on: with usings and short names.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="hiding">The names of classes beside it: a type of System that has one of them keeps its full name.</param>
    public static EmittedFile EmitOwned(EntityDeclaration entity, IReadOnlyCollection<string> hiding)
    {
        var body = TemplateRenderer.Render("csharp/Entity", View(entity, isOwned: true, hiding));
        var space = entity.Type.Namespace.Length == 0 ? null : entity.Type.Namespace;
        var view = new OwnedFileView(["System", Annotations, Annotations + ".Schema", "SyncGen"], space, body);
        return new EmittedFile(entity.Type.UnescapedName + ".cs", TemplateRenderer.Render("csharp/OwnedFile", view));
    }

    public static EntityView View(EntityDeclaration entity, bool isOwned, IReadOnlyCollection<string>? hiding = null)
    {
        var names = new AttributeCode(isOwned);
        List<string> attributes = [names.Of("SyncGen", "SyncEntity")];
        if (entity.TableName is not null || entity.Schema is not null)
        {
            attributes.Add(names.Of(
                Annotations + ".Schema",
                "Table",
                CSharpLiteral.Quote(entity.TableName?.Value ?? entity.Type.UnescapedName),
                entity.Schema is null ? null : "Schema = " + CSharpLiteral.Quote(entity.Schema)));
        }

        if (entity.FormerNames.Count > 0)
        {
            attributes.Add(FormerNames(entity.FormerNames, names));
        }

        return new EntityView(
            entity.Type.Name,
            Prose(entity.TableName?.Value, entity.Type.UnescapedName),
            attributes.ToEquatableArray(),
            entity.Properties.Select(p => Property(p, names, isOwned, hiding ?? [])).ToEquatableArray());
    }

    private static PropertyView Property(PropertyDeclaration property, AttributeCode names, bool isOwned, IReadOnlyCollection<string> hiding)
    {
        var name = property.Type.FullName.Replace("global::System.", "");
        var type = isOwned && !hiding.Contains(name) ? name : property.Type.FullName;
        var isNavigation = property.Type.Target is { } target;
        if (isNavigation && isOwned)
        {
            type = property.Type.Target!.Name;
        }

        var isNullable = property.Type.Nullability == Model.Nullability.Nullable;
        return new PropertyView(
            CSharpIdentifier.Escape(property.Name),
            isNullable ? type + "?" : type,
            isNavigation
                ? "What the row refers to. Not loaded by a synchronisation."
                : $"The column <c>{Prose(property.Annotations.ColumnName?.Value, property.Name)}</c>.",
            Attributes(property.Annotations, names).ToEquatableArray(),
            isNullable || property.Type.IsValueType ? "" : property.Type.Stored == Model.StoredType.Binary ? " = [];" : " = \"\";");
    }

    private static IEnumerable<string> Attributes(PropertyAnnotations annotations, AttributeCode names)
    {
        if (annotations.Key is not null)
        {
            yield return names.Of(Annotations, "Key");
        }

        if (annotations.ColumnName is not null || annotations.ColumnType is not null || annotations.ColumnOrder is not null)
        {
            yield return names.Of(
                Annotations + ".Schema",
                "Column",
                annotations.ColumnName is { } name ? CSharpLiteral.Quote(name.Value) : null,
                annotations.ColumnOrder is { } order ? "Order = " + AttributeCode.Number(order) : null,
                annotations.ColumnType is { } type ? "TypeName = " + CSharpLiteral.Quote(type) : null);
        }

        if (annotations.MaxLength is { } length)
        {
            yield return names.Of(Annotations, "MaxLength", AttributeCode.Number(length));
        }

        if (annotations.Computed is not null)
        {
            var option = names.Name(Annotations + ".Schema", "DatabaseGeneratedOption") + ".Computed";
            yield return names.Of(Annotations + ".Schema", "DatabaseGenerated", option);
        }

        if (annotations.FilterParameter is { } filter)
        {
            yield return names.Of(
                "SyncGen",
                "SyncFilter",
                CSharpLiteral.Quote(filter.Value),
                annotations.FilterAnyOf is { } any ? "AnyOf = " + CSharpLiteral.Quote(any) : null,
                annotations.IsFilterList ? "IsList = true" : null);
        }

        if (annotations.FormerNames.Count > 0)
        {
            yield return FormerNames(annotations.FormerNames, names);
        }

        if (annotations.ForeignKey is { } foreignKey)
        {
            yield return names.Of(Annotations + ".Schema", "ForeignKey", CSharpLiteral.Quote(foreignKey.Value));
        }
    }

    private static string FormerNames(EquatableArray<Annotated<string>> former, AttributeCode names) =>
        names.Of("SyncGen", "SyncFormerNames", [.. former.Select(name => CSharpLiteral.Quote(name.Value))]);

    // A name in the database may hold what would end a comment, or what nobody could read there.
    private static string Prose(string? name, string otherwise) =>
        name is not null && name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '.') ? name : otherwise;
}
