using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Whether former names tell one thing each: none that is in use, and none of two.</summary>
internal static class FormerNameCheck
{
    public static void RunColumns(EntityDeclaration entity, EquatableArray<ColumnModel> columns, FindingList findings)
    {
        var present = columns.Select(column => column.Name).ToList();
        var claimed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            foreach (var name in entity.Find(column.Property)!.Annotations.FormerNames)
            {
                Check(name, $"{entity.Type.Name}.{column.Property}", "column", present, claimed, findings);
            }
        }
    }

    public static void RunTables(IReadOnlyList<EntityModel> entities, FindingList findings)
    {
        var present = entities.Select(entity => entity.TableName).ToList();
        var claimed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            foreach (var name in entity.FormerNames)
            {
                Check(name, entity.Type.Name, "table", present, claimed, findings);
            }
        }
    }

    private static void Check(
        Annotated<string> name, string owner, string kind, List<string> present, HashSet<string> claimed, FindingList findings)
    {
        var reason = name.Value.Length == 0 ? "it is empty"
            : present.Contains(name.Value, StringComparer.Ordinal) ? $"a {kind} has that name now"
            : !claimed.Add(name.Value) ? $"it is given twice"
            : null;
        if (reason is not null)
        {
            findings.Add(ColumnRules.FormerName, name.Source, owner, name.Value, reason);
        }
    }
}
