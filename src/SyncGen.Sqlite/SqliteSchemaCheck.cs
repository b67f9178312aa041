using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>Checks that a database's tables can hold what the model says.</summary>
internal static class SqliteSchemaCheck
{
    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: they cannot.</exception>
    public static void Check(SyncTable table, SqliteSchemaReader schema, string store)
    {
        var columns = schema.ColumnsOf(table.Name);
        if (columns.Count == 0)
        {
            throw Mismatch(store, $"table '{table.Name}' is missing. Create it, or correct the model.");
        }

        foreach (var column in table.Columns)
        {
            if (!columns.Any(candidate => string.Equals(candidate.Name, column.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw Mismatch(store, $"table '{table.Name}' has no column '{column.Name}'. Add it, or correct the model.");
            }
        }

        foreach (var column in columns)
        {
            if (column is { IsRequired: true, HasDefault: false, IsGenerated: false, KeyOrder: 0 }
                && !table.Columns.Any(candidate => string.Equals(candidate.Name, column.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw Mismatch(store, $"column '{table.Name}.{column.Name}' is NOT NULL without a default, but not in the scope, so that no row could be inserted. Give it a default, or add it to the scope.");
            }
        }

        CheckKey(table, columns, schema, store);
    }

    private static void CheckKey(SyncTable table, IReadOnlyList<SqliteColumn> columns, SqliteSchemaReader schema, string store)
    {
        var key = table.Columns.Take(table.KeyLength).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var primary = columns.Where(column => column.KeyOrder > 0).Select(column => column.Name).ToList();
        if (!key.SetEquals(primary) && !schema.UniqueIndexesOf(table.Name).Any(index => index.All(column => column.Name is not null)
            && key.SetEquals(index.Select(column => column.Name!))))
        {
            throw Mismatch(store, $"the model's key of table '{table.Name}' ({string.Join(", ", key)}) is neither its primary key nor a unique index. Correct the model, or add a unique index.");
        }
    }

    private static SyncException Mismatch(string store, string what) =>
        new(SyncErrorCode.SchemaMismatch, $"'{store}' does not fit the model: {what}");
}
