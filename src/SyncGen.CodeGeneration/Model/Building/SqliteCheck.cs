using SyncGen.CodeGeneration.Findings;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>What SQLite cannot do.</summary>
internal static class SqliteCheck
{
    public static void Run(EntityModel entity, FindingList findings)
    {
        if (entity.Schema is { } schema)
        {
            findings.Add(DatabaseRules.SchemaIgnored, entity.TableSource, entity.Type.Name, schema, entity.TableName);
        }

        foreach (var column in entity.Columns.Where(c => c.StoreType is not null && !SqliteStoreType.IsReadable(c.StoreType)))
        {
            findings.Add(DatabaseRules.SqliteColumnType, entity.SourceOf(column.Property), entity.Type.Name, column.Property, column.StoreType!);
        }
    }
}
