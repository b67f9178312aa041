using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>Queries a database's catalog.</summary>
internal sealed class SqliteCatalog(SqliteStoreConnection connection)
{
    /// <summary>The foreign keys of all tables; none where the connection does not enforce them.</summary>
    public IReadOnlyList<ForeignKey> ForeignKeys()
    {
        if (Text("PRAGMA foreign_keys") != "1")
        {
            return [];
        }

        var parts = new List<(string Child, int Id, string Parent, string Column, string? ParentColumn, bool OnDelete, bool OnUpdate)>();
        Query("""
            SELECT m.name, f.id, f."table", f."from", f."to",
              f.on_delete NOT IN ('NO ACTION', 'RESTRICT'), f.on_update NOT IN ('NO ACTION', 'RESTRICT')
            FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq
            """, null, row => parts.Add((row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3),
                row.IsNull(4) ? null : row.GetString(4), row.GetInt32(5) != 0, row.GetInt32(6) != 0)));
        return [.. parts.GroupBy(part => (part.Child, part.Id)).Select(group =>
        {
            var key = group.ToList();
            var named = key.Select(part => part.ParentColumn).OfType<string>().ToList();
            // A foreign key that names no columns means the parent's primary key.
            var columns = named.Count == key.Count ? named : PrimaryKeyOf(key[0].Parent);
            return new ForeignKey(
                key[0].Child, [.. key.Select(part => part.Column)], key[0].Parent, columns, key[0].OnDelete, key[0].OnUpdate);
        })];
    }

    /// <summary>The tables that triggers of the application hang on.</summary>
    public IReadOnlyList<(string? Schema, string Table)> TablesWithTriggers()
    {
        var tables = new List<(string?, string)>();
        Query("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND substr(name, 1, 8) <> 'syncgen_'", null, row =>
            tables.Add((null, row.GetString(0))));
        return tables;
    }

    /// <summary>The one text that a pragma answers; null if it answers nothing.</summary>
    public string? Text(string pragma)
    {
        string? text = null;
        Query(pragma, null, row => text = row.GetString(0));
        return text;
    }

    /// <summary>Runs a query with one argument, or none.</summary>
    public void Query(string sql, string? argument, Action<SqliteRowReader> read)
    {
        var statement = connection.Statement(sql);
        if (argument is not null)
        {
            statement.Parameters.SetString(0, argument);
        }

        try
        {
            // SQLite answers at once, unless another program locks the database just now.
            while (statement.ReadAsync().AsTask().GetAwaiter().GetResult())
            {
                read((SqliteRowReader)statement.Row);
            }
        }
        finally
        {
            statement.Reset();
        }
    }

    private List<string> PrimaryKeyOf(string table)
    {
        var columns = new List<string>();
        Query("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk", table, row => columns.Add(row.GetString(0)));
        return columns;
    }
}
