using SyncGen.CodeGeneration.Findings;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>What SQL Server cannot do.</summary>
internal static class SqlServerCheck
{
    private const int NameCharactersMax = 128;

    public static void Run(EntityModel entity, FindingList findings)
    {
        foreach (var name in new[] { entity.TableName, entity.Schema ?? "" }.Where(IsTooLong))
        {
            findings.Add(DatabaseRules.SqlServerName, entity.TableSource, entity.Type.Name, name);
        }

        foreach (var column in entity.Columns.Where(c => IsTooLong(c.Name)))
        {
            findings.Add(DatabaseRules.SqlServerName, entity.SourceOf(column.Property), entity.Type.Name + "." + column.Property, column.Name);
        }
    }

    private static bool IsTooLong(string name) => name.Length > NameCharactersMax;
}
