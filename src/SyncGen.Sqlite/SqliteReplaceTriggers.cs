using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>
/// Triggers for what SQLite does without telling a delete trigger: <c>REPLACE</c> removes rows of other keys that have the
/// same unique value. They depend on the unique indexes that the table really has, so they are made when it is provisioned.
/// </summary>
internal sealed class SqliteReplaceTriggers
{
    // As in templates/sql/sqlite/CreateLog.scriban.
    private const string Now = "CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) * 1000";

    private readonly SyncTable _table;
    private readonly IReadOnlyList<SqliteColumn> _columns;
    private readonly List<SqliteUniqueIndex> _indexes;
    private readonly string _name;
    private readonly string _muted;
    private readonly string _log;

    /// <summary>Composes the triggers of a table.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="ordinal">The table's ordinal in the scope, from 1.</param>
    /// <param name="columns">The columns that the table has.</param>
    /// <param name="indexes">Its unique indexes.</param>
    public SqliteReplaceTriggers(SyncScope scope, int ordinal, IReadOnlyList<SqliteColumn> columns, IEnumerable<SqliteUniqueIndex> indexes)
    {
        _table = scope.Tables[ordinal - 1];
        _columns = columns;
        var names = new TableNames(scope.Name, _table, SqliteDialect.Instance);
        var key = _table.Columns.Take(_table.KeyLength).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // What includes the key is no further reason to replace a row.
        _indexes = [.. indexes.Where(index => !key.IsSubsetOf(index.Columns.Select(column => column.Name).OfType<string>()))];
        _name = $"syncgen_{scope.Name}_{_table.Name}_replace_";
        _muted = $"(SELECT applying FROM {Quote(new ScopeNames(scope.Name, SqliteDialect.Instance).State)}) <> {ordinal}";
        _log = $"INSERT INTO {Quote(names.Log)} (op, time, {string.Join(", ", names.Keys)}) SELECT {LogOperation.Replaced}, {Now}";
    }

    /// <summary>The triggers' names, each with the statement that creates it; none where only the key is unique.</summary>
    public IReadOnlyList<(string Name, string Sql)> Triggers => _indexes.Count == 0
        ? []
        : [(_name + "insert", OnInsert()), (_name + "update", OnUpdate())];

    private string OnInsert() => $"""
        CREATE TRIGGER {Quote(_name + "insert")} BEFORE INSERT ON {Quote(_table.Name)}
        WHEN {_muted}
        BEGIN
        {string.Join('\n', _indexes.Select(index => Note(index, "NEW")))}
        END
        """;

    private string OnUpdate() => $"""
        CREATE TRIGGER {Quote(_name + "update")} BEFORE UPDATE ON {Quote(_table.Name)}
        WHEN {_muted} AND ({string.Join(" OR ", _indexes.Select(Changed).Distinct(StringComparer.Ordinal))})
        BEGIN
        {string.Join('\n', _indexes.Select(index => Note(index, "OLD")))}
        END
        """;

    /// <summary>Logs the rows that have the new row's unique values, but for the row itself.</summary>
    private string Note(SqliteUniqueIndex index, string self)
    {
        // The terms of an expression may name the table, so it has no alias there.
        var from = index.IsPlain ? "t" : Quote(_table.Name);
        var keys = _table.Columns.Take(_table.KeyLength).Select(column => Quote(column.Name)).ToList();
        var same = string.Join(" AND ", index.Columns.Select(column => Same(column, from)));
        var other = string.Join(" OR ", keys.Select(key => $"{from}.{key} IS NOT {self}.{key}"));
        return $"  {_log}, {string.Join(", ", keys.Select(key => $"{from}.{key}"))} FROM {Quote(_table.Name)}"
            + $"{(index.IsPlain ? " AS t" : "")} WHERE {same} AND ({other});";
    }

    private string Same(SqliteIndexColumn column, string from)
    {
        if (column.Name is { } name)
        {
            return $"{from}.{Quote(name)} = NEW.{Quote(name)} COLLATE {Quote(column.Collation)}";
        }

        var named = _columns.Where(other => column.Expression!.Contains(other.Name, StringComparison.OrdinalIgnoreCase));
        var row = string.Join(", ", named.Select(other => $"NEW.{Quote(other.Name)} AS {Quote(other.Name)}"));
        return $"({column.Expression}) = (SELECT {column.Expression} FROM (SELECT {row}) AS {from})";
    }

    private static string Changed(SqliteUniqueIndex index) => index.IsPlain
        ? string.Join(" OR ", index.Columns.Select(column =>
            $"OLD.{Quote(column.Name!)} IS NOT NEW.{Quote(column.Name!)} COLLATE {Quote(column.Collation)}"))
        : "1";

    private static string Quote(string name) => SqliteDialect.Instance.Quote(name);
}
