using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Finds the key: what the class names, else the properties marked as key, else <c>Id</c> or <c>&lt;Class&gt;Id</c>.</summary>
internal static class KeySelector
{
    public static IReadOnlyList<PropertyDeclaration> Select(
        EntityDeclaration entity,
        IReadOnlyList<PropertyDeclaration> columns,
        FindingList findings)
    {
        if (entity.PrimaryKey is { } named)
        {
            return Named(entity, named, columns, findings);
        }

        var marked = columns.Where(p => p.Annotations.Key is not null).OrderBy(p => p.Annotations.ColumnOrder ?? int.MaxValue).ToArray();
        if (marked.Length > 0)
        {
            return marked;
        }

        var conventional = columns.FirstOrDefault(IsNamedId) ?? columns.FirstOrDefault(p => IsConventional(entity, p));
        if (conventional is not null)
        {
            return [conventional];
        }

        // A key property of a type that cannot be stored has its own finding.
        if (!entity.Properties.Any(p => p.Annotations.Key is not null))
        {
            findings.Add(KeyRules.NoKey, entity.Source, entity.Type.Name, entity.Type.UnescapedName + "Id");
        }

        return [];
    }

    /// <summary>Whether the property's name alone makes it a key.</summary>
    public static bool IsConventional(EntityDeclaration entity, PropertyDeclaration property) =>
        IsNamedId(property) || string.Equals(property.Name, entity.Type.UnescapedName + "Id", StringComparison.OrdinalIgnoreCase);

    private static bool IsNamedId(PropertyDeclaration property) => string.Equals(property.Name, "Id", StringComparison.OrdinalIgnoreCase);

    private static List<PropertyDeclaration> Named(
        EntityDeclaration entity,
        Annotated<EquatableArray<string>> names,
        IReadOnlyList<PropertyDeclaration> columns,
        FindingList findings)
    {
        var key = new List<PropertyDeclaration>();
        foreach (var name in names.Value)
        {
            var property = columns.FirstOrDefault(p => p.Name == name);
            if (property is null || key.Contains(property))
            {
                findings.Add(KeyRules.UnknownKeyProperty, names.Source, entity.Type.Name, name);
            }
            else
            {
                key.Add(property);
            }
        }

        return key;
    }
}
