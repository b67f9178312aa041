using System.Diagnostics.CodeAnalysis;
using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>Checks that a database's table can hold what the model says.</summary>
internal sealed class SqliteSchemaCheck(SyncTable table, SqliteSchemaReader schema, string store)
{
    private const string Binary = "BINARY";

    private readonly IReadOnlyList<SqliteColumn> _columns = schema.ColumnsOf(table.Name);

    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: it cannot.</exception>
    public void Run()
    {
        CheckKind();
        CheckColumns();
        CheckOtherColumns();
        CheckKey();
        CheckCollations();
    }

    private void CheckKind()
    {
        var kind = schema.KindOf(table.Name);
        if (kind is null)
        {
            Fail($"table '{table.Name}' is missing. Create it, or correct the model.");
        }

        if (kind != "table")
        {
            Fail($"'{table.Name}' is a {kind}, not a table, so that nothing can watch its rows. Synchronise the table behind it.");
        }
    }

    private void CheckColumns()
    {
        foreach (var column in table.Columns)
        {
            var live = _columns.FirstOrDefault(candidate => Is(candidate.Name, column.Name));
            if (live is null)
            {
                Fail($"table '{table.Name}' has no column '{column.Name}'. Add it, or correct the model.");
            }

            if (live.IsGenerated && !column.IsComputed)
            {
                Fail($"column '{table.Name}.{column.Name}' is computed by the database. Mark its property with [DatabaseGenerated(DatabaseGeneratedOption.Computed)].");
            }
        }
    }

    private void CheckOtherColumns()
    {
        foreach (var column in _columns)
        {
            if (column is { IsRequired: true, HasDefault: false, IsGenerated: false, KeyOrder: 0 }
                && !table.Columns.Any(candidate => Is(candidate.Name, column.Name)))
            {
                Fail($"column '{table.Name}.{column.Name}' is NOT NULL without a default, but not in the scope, so that no row could be inserted. Give it a default, or add it to the scope.");
            }
        }
    }

    private void CheckKey()
    {
        var key = table.Columns.Take(table.KeyLength).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!schema.UniqueIndexesOf(table.Name).Any(index => index is { IsPlain: true, IsPartial: false }
            && key.SetEquals(index.Columns.Select(column => column.Name!))))
        {
            Fail($"the model's key of table '{table.Name}' ({string.Join(", ", key)}) is neither its primary key nor a unique index. Correct the model, or add a unique index.");
        }
    }

    // Our tables compare keys as the model says: compared otherwise, two keys here would be one there.
    private void CheckCollations()
    {
        foreach (var column in table.Columns.Take(table.KeyLength))
        {
            var live = schema.CollationOf(table.Name, column.Name);
            var model = ModelCollationOf(column);
            if (!Is(live, model))
            {
                Fail($"key column '{table.Name}.{column.Name}' compares its text by {live}, but the model says {model}. Write [Column(TypeName = \"TEXT{(Is(live, Binary) ? "" : " COLLATE " + live)}\")], or change the column.");
            }
        }
    }

    private static string ModelCollationOf(SyncColumn column)
    {
        var words = column.StoreType?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var at = Array.FindLastIndex(words, word => Is(word, "COLLATE"));
        return at >= 0 && at + 1 < words.Length ? words[at + 1].Trim('"') : Binary;
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    [DoesNotReturn]
    private void Fail(string what) =>
        throw new SyncException(SyncErrorCode.SchemaMismatch, $"'{store}' does not fit the model: {what}");
}
