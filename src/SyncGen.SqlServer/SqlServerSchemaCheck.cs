using System.Diagnostics.CodeAnalysis;
using SyncGen.Model;

namespace SyncGen.SqlServer;

/// <summary>Checks that a database's table can hold what the model says.</summary>
internal sealed class SqlServerSchemaCheck(SyncTable table, SqlServerSchemaReader schema, string store)
{
    // Where names of a trigger's table's schema are not found, they are looked for there.
    private const string CommonSchema = "dbo";

    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: it cannot.</exception>
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        var kind = await schema.KindOfAsync(table.Schema, table.Name, cancellationToken);
        CheckKind(kind);
        CheckPlace(kind!.Value.Schema, await schema.DefaultSchemaAsync(cancellationToken));
        var columns = await schema.ColumnsOfAsync(table, cancellationToken);
        CheckColumns(columns);
        CheckOtherColumns(columns);
        CheckKey(await schema.UniqueIndexesOfAsync(table, cancellationToken));
    }

    private void CheckKind((string Kind, bool IsInMemory, string Schema)? found)
    {
        switch (found)
        {
            case null:
                Fail($"table '{table.Name}' is missing. Create it, or correct the model.");
                return;
            case { Kind: not "USER_TABLE" }:
                Fail($"'{table.Name}' is no table, so that nothing can watch its rows. Synchronise the table behind it.");
                return;
            case { IsInMemory: true }:
                Fail($"table '{table.Name}' is memory-optimized, so that a session's writes could not be taken back one by one. Synchronise a table on disk.");
                return;
            default:
                return;
        }
    }

    // A trigger looks for the log in the schema of its table, then in dbo.
    private void CheckPlace(string place, string defaultSchema)
    {
        if (defaultSchema != CommonSchema && place != defaultSchema)
        {
            Fail($"table '{table.Name}' lies in schema '{place}', but what SyncGen keeps would lie in '{defaultSchema}', the login's default, where its triggers could not find it. Use a login whose default schema is '{CommonSchema}'.");
        }
    }

    private void CheckColumns(List<SqlServerColumn> columns)
    {
        foreach (var column in table.Columns)
        {
            var live = columns.Find(candidate => candidate.Name == column.Name);
            if (live is null)
            {
                var other = columns.Find(candidate => string.Equals(candidate.Name, column.Name, StringComparison.OrdinalIgnoreCase));
                Fail(other is null
                    ? $"table '{table.Name}' has no column '{column.Name}'. Add it, or correct the model."
                    : $"table '{table.Name}' has no column '{column.Name}', but one that is called '{other.Name}'. Write [Column(\"{other.Name}\")].");
            }

            if (live.Type is "text" or "ntext" or "image")
            {
                Fail($"column '{table.Name}.{column.Name}' has the type {live.Type}, which no trigger can read. Change it to {(live.Type == "image" ? "varbinary(max)" : live.Type == "text" ? "varchar(max)" : "nvarchar(max)")}, or leave the column out of the scope.");
            }

            if (live.IsGenerated && !column.IsComputed)
            {
                Fail($"column '{table.Name}.{column.Name}' is computed by the database. Mark its property with [DatabaseGenerated(DatabaseGeneratedOption.Computed)].");
            }
        }
    }

    private void CheckOtherColumns(List<SqlServerColumn> columns)
    {
        foreach (var column in columns)
        {
            if (column is { IsRequired: true, HasDefault: false, IsGenerated: false, IsIdentity: false }
                && !table.Columns.Any(candidate => candidate.Name == column.Name))
            {
                Fail($"column '{table.Name}.{column.Name}' is NOT NULL without a default, but not in the scope, so that no row could be inserted. Give it a default, or add it to the scope.");
            }
        }
    }

    private void CheckKey(List<SqlServerUniqueIndex> indexes)
    {
        var key = table.Columns.Take(table.KeyLength).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var found = indexes.Find(index => !index.IsPartial && key.SetEquals(index.Columns));
        if (found is null)
        {
            Fail($"the model's key of table '{table.Name}' ({string.Join(", ", key)}) is neither its primary key nor a unique index. Correct the model, or add a unique index.");
        }

        schema.SetKeyIndex(table, found.Name);
    }

    [DoesNotReturn]
    private void Fail(string what) =>
        throw new SyncException(SyncErrorCode.SchemaMismatch, $"'{store}' does not fit the model: {what}");
}
