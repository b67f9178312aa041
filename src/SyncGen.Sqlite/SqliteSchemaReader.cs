using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>Reads what a SQLite database says of itself.</summary>
internal sealed class SqliteSchemaReader(SqliteStoreConnection connection)
{
    /// <summary>Names of the hidden row number; a column of the application may take one away.</summary>
    private static readonly string[] s_rowNumbers = ["rowid", "_rowid_", "oid"];

    private readonly SqliteCatalog _catalog = new(connection);

    /// <summary>Whether the database has a write-ahead log, so that readers see one state and hold up no writer.</summary>
    public bool IsWriteAheadLogged { get; private set; }

    /// <summary>Whether text is stored as UTF-16.</summary>
    public bool IsUtf16 { get; private set; }

    /// <summary>The number that SQLite counts up with each change of the schema.</summary>
    public int Version => int.Parse(_catalog.Text("PRAGMA schema_version")!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reads what holds for the database as a whole.</summary>
    public void ReadDatabase()
    {
        IsWriteAheadLogged = Is(_catalog.Text("PRAGMA journal_mode"), "wal");
        IsUtf16 = _catalog.Text("PRAGMA encoding")?.StartsWith("UTF-16", StringComparison.OrdinalIgnoreCase) == true;
    }

    /// <summary>Whether there is a table of this name, in any case, as SQLite compares names.</summary>
    public bool HasTable(string name) => KindOf(name) is not null;

    /// <summary>What a name is: <c>table</c>, <c>view</c>, <c>virtual</c>; null if there is nothing of this name.</summary>
    public string? KindOf(string name)
    {
        string? kind = null;
        _catalog.Query("SELECT type FROM pragma_table_list(?1) WHERE schema = 'main'", name, row => kind = row.GetString(0));
        return kind;
    }

    /// <summary>The columns of a table, hidden and computed ones too.</summary>
    public IReadOnlyList<SqliteColumn> ColumnsOf(string table)
    {
        var columns = new List<SqliteColumn>();
        _catalog.Query("SELECT name, type, \"notnull\", pk, hidden, dflt_value IS NOT NULL FROM pragma_table_xinfo(?1)", table, row =>
            columns.Add(new SqliteColumn(
                row.GetString(0), row.GetString(1), row.GetInt32(2) != 0, row.GetInt32(3), row.GetInt32(4) > 1, row.GetInt32(5) != 0)));
        return columns;
    }

    /// <summary>What the columns of a table make of values, by the model's ordinals.</summary>
    public SqliteAffinity[] AffinitiesOf(SyncTable table)
    {
        var isStrict = false;
        _catalog.Query("SELECT 1 FROM pragma_table_list(?1) WHERE strict AND schema = 'main'", table.Name, _ => isStrict = true);
        var live = ColumnsOf(table.Name);
        return [.. table.Columns.Select(column => SqliteAffinities.Of(
            live.FirstOrDefault(candidate => Is(candidate.Name, column.Name))?.Type ?? "", isStrict))];
    }

    /// <summary>How a column's text is compared where nothing else is said.</summary>
    public string CollationOf(string table, string column) => connection.CollationOf(table, column);

    /// <summary>The triggers on a table, with the statements that created them.</summary>
    public Dictionary<string, string> TriggersOf(string table)
    {
        var triggers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        _catalog.Query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1 COLLATE NOCASE", table, row =>
            triggers[row.GetString(0)] = row.GetString(1));
        return triggers;
    }

    /// <summary>The names of tables, or of triggers, that begin with a text.</summary>
    public IReadOnlyList<string> NamesOf(string kind, string prefix)
    {
        var names = new List<string>();
        _catalog.Query($"SELECT name FROM sqlite_schema WHERE type = '{kind}' AND substr(name, 1, length(?1)) = ?1", prefix, row =>
            names.Add(row.GetString(0)));
        return names;
    }

    /// <summary>All that the table allows once, its primary key included.</summary>
    public IReadOnlyList<SqliteUniqueIndex> UniqueIndexesOf(string table)
    {
        var found = new List<(string Name, bool IsPartial)>();
        _catalog.Query("SELECT name, partial FROM pragma_index_list(?1) WHERE \"unique\"", table, row =>
            found.Add((row.GetString(0), row.GetInt32(1) != 0)));
        var indexes = found.ConvertAll(index => new SqliteUniqueIndex(IndexColumnsOf(index.Name), index.IsPartial));

        // An INTEGER PRIMARY KEY is the table itself, and has no index.
        var primary = ColumnsOf(table).Where(column => column.KeyOrder > 0).Select(column => column.Name).ToList();
        if (primary.Count == 1 && !indexes.Exists(index => index.Columns.Count == 1 && Is(index.Columns[0].Name, primary[0])))
        {
            indexes.Add(new SqliteUniqueIndex([new SqliteIndexColumn(primary[0], "BINARY")], IsPartial: false));
        }

        return indexes;
    }

    /// <summary>Whether a column is part of a foreign key of its table, or of one that refers to it.</summary>
    public bool IsInForeignKey(string table, string column) => _catalog.ForeignKeys().Any(key =>
        (Is(key.Child, table) && key.Columns.Any(own => Is(own, column))) || (Is(key.Parent, table) && key.ParentColumns.Any(other => Is(other, column))));

    /// <summary>The indexes over a column that statements made, not constraints of the table.</summary>
    public IReadOnlyList<string> IndexesOver(string table, string column)
    {
        var names = new List<string>();
        _catalog.Query("SELECT name FROM pragma_index_list(?1) WHERE origin = 'c'", table, row => names.Add(row.GetString(0)));
        return names.FindAll(name => IndexColumnsOf(name).Any(indexed => Is(indexed.Name, column)));
    }

    /// <summary>What a session must know of a table.</summary>
    public TableTraits TraitsOf(SyncTable table)
    {
        var withoutRowId = false;
        string? sql = null;
        _catalog.Query("SELECT 1 FROM pragma_table_list(?1) WHERE wr AND schema = 'main'", table.Name, _ => withoutRowId = true);
        _catalog.Query("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1 COLLATE NOCASE", table.Name, row => sql = row.GetString(0));
        var columns = ColumnsOf(table.Name);
        var locator = withoutRowId
            ? null
            : Array.Find(s_rowNumbers, name => !columns.Any(column => Is(column.Name, name)));

        var cascades = new CascadeGraph(_catalog.ForeignKeys(), _catalog.TablesWithTriggers(), StringComparer.OrdinalIgnoreCase);

        // ON CONFLICT may say to replace other rows, or to drop this one: our statements overrule it.
        var overrules = sql?.Contains("CONFLICT", StringComparison.OrdinalIgnoreCase) == true ? " OR ABORT" : "";
        return new TableTraits(locator, [.. cascades.KeysOf(null, table.Name).Select(key => key.ToForeignKeyTraits())])
        {
            References = [.. cascades.ReferencesTo(null, table.Name).Select(key => key.ToReferenceTraits())],
            DeletesReachItself = cascades.DeletesReachItself(null, table.Name),
            WritesReachItself = cascades.WritesReachItself(null, table.Name, table.Columns.Take(table.KeyLength)),
            HasTriggers = cascades.HasTriggers(null, table.Name),
            KeysMayBeNull = table.Columns.Take(table.KeyLength).Any(key => columns.Any(column =>
                Is(column.Name, key.Name) && !column.IsRequired && !(column.KeyOrder > 0 && Is(column.Type, "INTEGER")))),
            KeysVary = table.Columns.Take(table.KeyLength).Any(key => !Is(CollationOf(table.Name, key.Name), "BINARY")),
            Uniques = SqliteUniqueValues.Of(table, columns, UniqueIndexesOf(table.Name)),
            Insert = "INSERT" + overrules,
            Update = "UPDATE" + overrules,
        };
    }

    private List<SqliteIndexColumn> IndexColumnsOf(string index)
    {
        IReadOnlyList<string> terms = [];
        _catalog.Query("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1 AND sql IS NOT NULL", index, row =>
            terms = SqliteIndexTerms.Of(row.GetString(0)));
        var columns = new List<SqliteIndexColumn>();
        _catalog.Query("SELECT name, coll, cid FROM pragma_index_xinfo(?1) WHERE key ORDER BY seqno", index, row =>
            columns.Add(row.IsNull(0)
                ? new SqliteIndexColumn(null, row.GetString(1), terms[columns.Count])
                : new SqliteIndexColumn(row.GetString(0), row.GetString(1))));
        return columns;
    }

    private static bool Is(string? name, string? other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
