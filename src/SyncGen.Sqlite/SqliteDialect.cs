using System.Globalization;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>How SQLite writes SQL.</summary>
internal sealed class SqliteDialect : RelationalDialect
{
    public static readonly SqliteDialect Instance = new();

    /// <summary>Where in the text of a GUID, counted from 1, the digits of its bytes stand.</summary>
    private static readonly int[] s_guidBytes = [7, 5, 3, 1, 12, 10, 17, 15, 20, 22, 25, 27, 29, 31, 33, 35];

    public override string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override string Parameter(int ordinal) => "?" + (ordinal + 1).ToString(CultureInfo.InvariantCulture);

    public override string QualifiedName(string? schema, string table) => Quote(table);

    // Our key columns have no type, so that they keep a value as it is stored. Without the plus SQLite would compare a
    // number column with them as numbers, for which their index cannot be used.
    public override string Bare(string column) => "+" + column;

    // A GUID may be stored as upper-case or lower-case text, or as the bytes that .NET gives it: whatever the column holds.
    public override string EqualsFilter(string column, SyncType type, string parameter) => type == SyncType.Guid
        ? $"{column} IN ({parameter}, lower({parameter}), unhex({string.Join(" || ", s_guidBytes.Select(at => $"substr({parameter}, {at}, 2)"))}))"
        : base.EqualsFilter(column, type, parameter);

    public override string FoldPeer(SyncTable table, TableNames names)
    {
        var keys = string.Join(", ", names.Keys);
        return $"""
            INSERT INTO {Quote(names.Track)} (tick, {keys}, replica, version, base_replica, base_version, time, author, deleted)
            SELECT ?1 + row_number() OVER (ORDER BY l.n), {LogKeys(names)}, ?2, ?1 + row_number() OVER (ORDER BY l.n), NULL, 0,
              max(l.time, ?3 + 1), NULL, l.gone
            {FromLog(table, names)} BETWEEN ?4 AND ?5
            ON CONFLICT ({keys}) DO UPDATE SET
              base_replica = CASE WHEN replica = excluded.replica THEN base_replica ELSE replica END,
              base_version = CASE WHEN replica = excluded.replica THEN base_version ELSE version END,
              time = max(excluded.time, time + 1),
              tick = excluded.tick, replica = excluded.replica, version = excluded.version,
              author = NULL, deleted = excluded.deleted
            """;
    }

    public override string FoldLeaf(SyncTable table, TableNames names)
    {
        var keys = string.Join(", ", names.Keys);
        return $"""
            INSERT INTO {Quote(names.Edit)} (tick, {keys}, time, anchor)
            SELECT ?1 + row_number() OVER (ORDER BY l.n), {LogKeys(names)}, l.time, ?2
            {FromLog(table, names)} BETWEEN ?3 AND ?4
            ON CONFLICT ({keys}) DO UPDATE SET tick = excluded.tick, time = excluded.time
            """;
    }

    // Each key once, at its last entry. A row that another one would have replaced, and that is still there, did not change.
    private string FromLog(SyncTable table, TableNames names)
    {
        var keys = string.Join(", ", names.Keys);
        var same = string.Join(" AND ", names.Keys.Select((key, i) => $"t.{Quote(table.Columns[i].Name)} = k.{key}"));
        return $"""
            FROM (SELECT k.*, NOT EXISTS (SELECT 1 FROM {QualifiedName(table)} AS t WHERE {same}) AS gone
              FROM (SELECT max(n) AS n, time, sum(op <> {LogOperation.Replaced}) AS changes, {keys} FROM {Quote(names.Log)} GROUP BY {keys}) AS k) AS l
            WHERE {string.Join(" AND ", names.Keys.Select(key => $"l.{key} IS NOT NULL"))} AND (l.changes > 0 OR l.gone) AND l.gone
            """;
    }

    private static string LogKeys(TableNames names) => string.Join(", ", names.Keys.Select(key => "l." + key));
}
