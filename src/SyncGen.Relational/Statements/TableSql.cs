using SyncGen.Model;

namespace SyncGen.Relational.Statements;

/// <summary>
/// The statements that sessions run on an application's table. Parameters are the row's columns, or its key's, in the
/// descriptor's order.
/// </summary>
internal sealed class TableSql
{
    public TableSql(SyncTable table, RelationalDialect dialect, TableTraits? traits = null)
    {
        string Column(int i) => dialect.Quote(table.Columns[i].Name);
        var all = Enumerable.Range(0, table.Columns.Count).ToArray();
        var written = all.Where(i => !table.Columns[i].IsComputed).ToArray();
        // A key that can be written in several ways is written as the source has it.
        var updated = written.Where(i => i >= table.KeyLength || traits is { KeysVary: true }).ToArray();
        var name = dialect.QualifiedName(table);
        ByKey = string.Join(" AND ", all.Take(table.KeyLength).Select(i => $"{Column(i)} = {dialect.Parameter(i)}"));
        Select = $"SELECT {string.Join(", ", all.Select(Column))} FROM {name} WHERE {ByKey}";
        Lock = dialect.LockRow(name, ByKey);
        Exists = $"SELECT 1 FROM {name} WHERE {ByKey}";
        Count = $"SELECT count(*) FROM {name}";
        AnyWithoutKey = dialect.First($"SELECT 1 FROM {name} WHERE {string.Join(" OR ", all.Take(table.KeyLength).Select(i => Column(i) + " IS NULL"))}");
        Any = dialect.First($"SELECT 1 FROM {name}");
        Insert = $"{traits?.Insert ?? "INSERT"} INTO {name} ({string.Join(", ", written.Select(Column))}) "
            + $"{traits?.Values ?? "VALUES"} ({string.Join(", ", written.Select(dialect.Parameter))})";
        Update = updated.Length == 0
            ? null
            : $"{traits?.Update ?? "UPDATE"} {name} SET {string.Join(", ", updated.Select(i => $"{Column(i)} = {dialect.Parameter(i)}"))} WHERE {ByKey}";
        Delete = $"DELETE FROM {name} WHERE {ByKey}";
    }

    /// <summary><c>"Id" = ?1</c>.</summary>
    public string ByKey { get; }

    /// <summary>Reads the row of a key.</summary>
    public string Select { get; }

    /// <summary>Locks the row of a key; null where no other program can write meanwhile.</summary>
    public string? Lock { get; }

    /// <summary>Gives a row if there is one of the key.</summary>
    public string Exists { get; }

    /// <summary>Counts the rows.</summary>
    public string Count { get; }

    /// <summary>Gives a row if the table has one.</summary>
    public string Any { get; }

    /// <summary>Gives a row if one lacks part of its key.</summary>
    public string AnyWithoutKey { get; }

    /// <summary>Inserts a row.</summary>
    public string Insert { get; }

    /// <summary>Updates the row of a key; null where the row has no other columns.</summary>
    public string? Update { get; }

    /// <summary>Deletes the row of a key.</summary>
    public string Delete { get; }
}
