using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>Reads what a SQLite database says of itself.</summary>
internal sealed class SqliteSchemaReader(SqliteStoreConnection connection)
{
    /// <summary>Names of the hidden row number; a column of the application may take one away.</summary>
    private static readonly string[] s_rowNumbers = ["rowid", "_rowid_", "oid"];

    /// <summary>Whether the database has a write-ahead log, so that readers see one state and hold up no writer.</summary>
    public bool IsWriteAheadLogged { get; private set; }

    /// <summary>Whether text is stored as UTF-16.</summary>
    public bool IsUtf16 { get; private set; }

    /// <summary>Reads what holds for the database as a whole.</summary>
    public void ReadDatabase()
    {
        IsWriteAheadLogged = string.Equals(Text("PRAGMA journal_mode"), "wal", StringComparison.OrdinalIgnoreCase);
        IsUtf16 = Text("PRAGMA encoding")?.StartsWith("UTF-16", StringComparison.OrdinalIgnoreCase) == true;
    }

    /// <summary>Whether there is a table of this name, in any case, as SQLite compares names.</summary>
    public bool HasTable(string name)
    {
        var found = false;
        Query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1 COLLATE NOCASE", name, _ => found = true);
        return found;
    }

    /// <summary>The columns of a table, hidden and computed ones too.</summary>
    public IReadOnlyList<SqliteColumn> ColumnsOf(string table)
    {
        var columns = new List<SqliteColumn>();
        Query("SELECT name, type, \"notnull\", pk, hidden, dflt_value IS NOT NULL FROM pragma_table_xinfo(?1)", table, row =>
            columns.Add(new SqliteColumn(
                row.GetString(0), row.GetString(1), row.GetInt32(2) != 0, row.GetInt32(3), row.GetInt32(4) > 1, row.GetInt32(5) != 0)));
        return columns;
    }

    /// <summary>The table's unique indexes, each as its columns with their collations.</summary>
    public IReadOnlyList<IReadOnlyList<SqliteIndexColumn>> UniqueIndexesOf(string table)
    {
        var names = new List<string>();
        Query("SELECT name FROM pragma_index_list(?1) WHERE \"unique\" AND NOT partial", table, row => names.Add(row.GetString(0)));
        var indexes = new List<IReadOnlyList<SqliteIndexColumn>>();
        foreach (var name in names)
        {
            var columns = new List<SqliteIndexColumn>();
            Query("SELECT name, coll FROM pragma_index_xinfo(?1) WHERE key ORDER BY seqno", name, row =>
                columns.Add(new SqliteIndexColumn(row.IsNull(0) ? null : row.GetString(0), row.GetString(1))));
            indexes.Add(columns);
        }

        return indexes;
    }

    /// <summary>What a session must know of a table.</summary>
    public TableTraits TraitsOf(SyncTable table)
    {
        var withoutRowId = false;
        Query("SELECT 1 FROM pragma_table_list(?1) WHERE wr AND schema = 'main'", table.Name, _ => withoutRowId = true);
        var columns = ColumnsOf(table.Name);
        var locator = withoutRowId
            ? null
            : Array.Find(s_rowNumbers, name => !columns.Any(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)));

        var keys = new List<(int Id, string Parent, string Column, string? ParentColumn, string OnDelete)>();
        Query("SELECT id, \"table\", \"from\", \"to\", on_delete FROM pragma_foreign_key_list(?1) ORDER BY id, seq", table.Name, row =>
            keys.Add((row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsNull(3) ? null : row.GetString(3), row.GetString(4))));
        var reachesItself = keys.Any(key => string.Equals(key.Parent, table.Name, StringComparison.OrdinalIgnoreCase)
            && key.OnDelete is not ("NO ACTION" or "RESTRICT"));
        return new TableTraits(locator, reachesItself, IsEnforcing ? [.. keys.GroupBy(key => key.Id).Select(ToTraits)] : []);
    }

    /// <summary>Finds out in which form a table's GUID columns hold their values.</summary>
    public void ReadGuidFormats(SyncTable table, SqliteGuidFormat[] formats)
    {
        if (table.Columns.All(column => column.Type != SyncType.Guid))
        {
            return;
        }

        var declared = ColumnsOf(table.Name).ToDictionary(column => column.Name, column => column.Type, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Type != SyncType.Guid || !declared.TryGetValue(table.Columns[i].Name, out var type))
            {
                continue;
            }

            string? storage = null, sample = null;
            var column = SqliteDialect.Instance.Quote(table.Columns[i].Name);
            Query($"SELECT typeof({column}), CAST({column} AS TEXT) FROM {SqliteDialect.Instance.Quote(table.Name)} "
                + $"WHERE {column} IS NOT NULL AND (typeof({column}) = 'blob' OR {column} GLOB '*[a-zA-Z]*') LIMIT 1", null, row =>
                {
                    storage = row.GetString(0);
                    sample = storage == "text" ? row.GetString(1) : null;
                });
            formats[i] = SqliteTypeMap.GuidFormatOf(storage, sample, type);
        }
    }

    private bool IsEnforcing => Text("PRAGMA foreign_keys") == "1";

    private ForeignKeyTraits ToTraits(IEnumerable<(int Id, string Parent, string Column, string? ParentColumn, string OnDelete)> key)
    {
        var parts = key.ToList();
        var parentColumns = parts.Select(part => part.ParentColumn).OfType<string>().ToList();
        if (parentColumns.Count < parts.Count)
        {
            // A foreign key that names no columns means the parent's primary key.
            parentColumns = [.. ColumnsOf(parts[0].Parent).Where(column => column.KeyOrder > 0)
                .OrderBy(column => column.KeyOrder).Select(column => column.Name)];
        }

        return new ForeignKeyTraits(parts[0].Parent, [.. parts.Select(part => part.Column)], parentColumns);
    }

    private string? Text(string pragma)
    {
        string? text = null;
        Query(pragma, null, row => text = row.GetString(0));
        return text;
    }

    private void Query(string sql, string? argument, Action<RowReader> read)
    {
        var statement = connection.Statement(sql);
        if (argument is not null)
        {
            statement.Parameters.SetString(0, argument);
        }

        try
        {
            // SQLite answers at once: nothing is awaited here.
            while (statement.ReadAsync().GetAwaiter().GetResult())
            {
                read(statement.Row);
            }
        }
        finally
        {
            statement.Reset();
        }
    }
}
