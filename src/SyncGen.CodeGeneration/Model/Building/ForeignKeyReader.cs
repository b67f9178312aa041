using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Reads what an entity says about foreign keys: its own, and those of the items of its collections.</summary>
internal static class ForeignKeyReader
{
    public static EquatableArray<ForeignKeyModel> Read(EntityDeclaration entity, EquatableArray<ColumnModel> columns, FindingList findings)
    {
        var keys = new List<ForeignKeyModel>();
        foreach (var property in entity.Properties)
        {
            if (property.Annotations.IsNotMapped || property.Type.IsCollection)
            {
                continue;
            }

            if (PropertyClassifier.IsNavigation(entity, property))
            {
                keys.Add(OfNavigation(entity, property, columns, findings));
            }
            else if (property.Annotations.ForeignKey is { } foreignKey && !IsNavigationOf(entity, foreignKey.Value))
            {
                findings.Add(RelationRules.UnknownForeignKey, foreignKey.Source, entity.Type.Name, property.Name, foreignKey.Value);
            }
        }

        return keys.ToEquatableArray();
    }

    public static EquatableArray<ChildModel> ReadChildren(EntityDeclaration entity) =>
        entity.Properties
            .Where(p => p.Type.IsCollection && PropertyClassifier.IsNavigation(entity, p))
            .Select(p => new ChildModel(p.Type.Target!, Split(p.Annotations.ForeignKey?.Value), p.Annotations.ForeignKey?.Source ?? p.Source))
            .ToEquatableArray();

    private static ForeignKeyModel OfNavigation(
        EntityDeclaration entity,
        PropertyDeclaration navigation,
        EquatableArray<ColumnModel> columns,
        FindingList findings)
    {
        if (navigation.Annotations.ForeignKey is { } named)
        {
            var names = Split(named.Value);
            foreach (var name in names.Where(n => !columns.Any(c => c.Property == n)))
            {
                findings.Add(RelationRules.UnknownForeignKey, named.Source, entity.Type.Name, navigation.Name, name);
            }

            return new ForeignKeyModel(navigation.Type.Target!, names, null, named.Source);
        }

        var pointing = entity.Properties
            .Where(p => p.Annotations.ForeignKey?.Value == navigation.Name && columns.Any(c => c.Property == p.Name))
            .OrderBy(p => p.Annotations.ColumnOrder ?? int.MaxValue)
            .ToArray();
        return pointing.Length > 0
            ? new ForeignKeyModel(navigation.Type.Target!, pointing.Select(p => p.Name).ToEquatableArray(), null, pointing[0].Annotations.ForeignKey!.Source)
            : new ForeignKeyModel(navigation.Type.Target!, [], navigation.Name, navigation.Source);
    }

    private static bool IsNavigationOf(EntityDeclaration entity, string name) =>
        entity.Find(name) is { } property && PropertyClassifier.IsNavigation(entity, property);

    private static EquatableArray<string> Split(string? names) =>
        names is null ? [] : names.Split(',').Select(n => n.Trim()).Where(n => n.Length > 0).ToEquatableArray();
}
