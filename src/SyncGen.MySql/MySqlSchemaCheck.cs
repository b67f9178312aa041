using System.Diagnostics.CodeAnalysis;
using SyncGen.Model;

namespace SyncGen.MySql;

/// <summary>Checks that a database's table can hold what the model says.</summary>
internal sealed class MySqlSchemaCheck(SyncTable table, MySqlSchemaReader schema, string store)
{
    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: it cannot.</exception>
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        CheckKind(await schema.KindOfAsync(table.Schema, table.Name, cancellationToken));
        var columns = await schema.ColumnsOfAsync(table, cancellationToken);
        CheckColumns(columns);
        CheckOtherColumns(columns);
        CheckKey(await schema.UniqueIndexesOfAsync(table, cancellationToken));
    }

    private void CheckKind(string? kind)
    {
        switch (kind)
        {
            case "BASE TABLE InnoDB":
                return;
            case null:
                Fail($"table '{table.Name}' is missing. Create it, or correct the model.");
                return;
            case ['B', 'A', 'S', 'E', ..]:
                Fail($"table '{table.Name}' is not stored by InnoDB, so that a session's writes could not be taken back. Change it with ALTER TABLE … ENGINE = InnoDB.");
                return;
            default:
                Fail($"'{table.Name}' is no table, so that nothing can watch its rows. Synchronise the table behind it.");
                return;
        }
    }

    private void CheckColumns(List<MySqlColumn> columns)
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

            if (live.IsGenerated && !column.IsComputed)
            {
                Fail($"column '{table.Name}.{column.Name}' is computed by the database. Mark its property with [DatabaseGenerated(DatabaseGeneratedOption.Computed)].");
            }
        }
    }

    private void CheckOtherColumns(List<MySqlColumn> columns)
    {
        foreach (var column in columns)
        {
            if (column is { IsRequired: true, HasDefault: false, IsGenerated: false }
                && !table.Columns.Any(candidate => candidate.Name == column.Name))
            {
                Fail($"column '{table.Name}.{column.Name}' is NOT NULL without a default, but not in the scope, so that no row could be inserted. Give it a default, or add it to the scope.");
            }
        }
    }

    private void CheckKey(List<MySqlUniqueIndex> indexes)
    {
        var key = table.Columns.Take(table.KeyLength).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var found = indexes.Find(index => key.SetEquals(index.Columns));
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
