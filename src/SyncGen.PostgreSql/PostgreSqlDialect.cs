using System.Globalization;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.PostgreSql;

/// <summary>How PostgreSQL writes SQL.</summary>
internal sealed class PostgreSqlDialect : RelationalDialect
{
    public static readonly PostgreSqlDialect Instance = new();

    public override StringComparer NameComparer => StringComparer.Ordinal;

    public override int NameBytesMax => 63;

    public override bool FoldingTakesEntries => true;

    public override string? IsSessionsEntry => "coalesce(applied, false)";

    public override string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override string Parameter(int ordinal) => "$" + (ordinal + 1).ToString(CultureInfo.InvariantCulture);

    public override string QualifiedName(string? schema, string table) =>
        schema is null ? Quote(table) : $"{Quote(schema)}.{Quote(table)}";

    // Children may still be added meanwhile, which only asks that the key stays.
    public override string? LockRow(string table, string byKey) => $"SELECT 1 FROM {table} WHERE {byKey} FOR NO KEY UPDATE";

    public override string? LockRows(string table, string stage, string byKey) =>
        $"SELECT count(*) FROM (SELECT 1 FROM {stage} AS s JOIN {table} AS t ON {byKey} ORDER BY s.n FOR NO KEY UPDATE OF t) AS l";

    public override string FoldPeer(SyncTable table, TableNames names)
    {
        var keys = string.Join(", ", names.Keys);
        return $"""
            {FromLog(table, names, firstPart: 3)}
            INSERT INTO {Quote(names.Track)} AS s (tick, {keys}, replica, version, base_replica, base_version, time, author, deleted)
            SELECT $1::bigint + l.r, {LogKeys(names)}, $2, $1::bigint + l.r, NULL, 0, greatest(l.time, $3::bigint + 1), NULL, l.gone
            FROM numbered AS l
            ON CONFLICT ({keys}) DO UPDATE SET
              base_replica = CASE WHEN s.replica = excluded.replica THEN s.base_replica ELSE s.replica END,
              base_version = CASE WHEN s.replica = excluded.replica THEN s.base_version ELSE s.version END,
              time = greatest(excluded.time, s.time + 1),
              tick = excluded.tick, replica = excluded.replica, version = excluded.version,
              author = NULL, deleted = excluded.deleted
            """;
    }

    public override string FoldLeaf(SyncTable table, TableNames names)
    {
        var keys = string.Join(", ", names.Keys);
        return $"""
            {FromLog(table, names, firstPart: 2)}
            INSERT INTO {Quote(names.Edit)} AS s (tick, {keys}, time, anchor)
            SELECT $1::bigint + l.r, {LogKeys(names)}, l.time, $2
            FROM numbered AS l
            ON CONFLICT ({keys}) DO UPDATE SET tick = excluded.tick, time = excluded.time
            """;
    }

    // One statement sees one state: what it takes out of the log it finds as it was left. Each key once; entries of
    // transactions that are still open are not seen, and not waited for.
    private string FromLog(SyncTable table, TableNames names, int firstPart)
    {
        var keys = string.Join(", ", names.Keys);
        var same = string.Join(" AND ", names.Keys.Select((key, i) => $"t.{Quote(table.Columns[i].Name)} = l.{key}"));
        var gone = $"CASE WHEN EXISTS (SELECT 1 FROM {QualifiedName(table)} AS t WHERE {same}) THEN 0 ELSE 1 END";
        var (least, greatest) = (Parameter(firstPart) + "::integer", Parameter(firstPart + 1) + "::integer");
        return $"""
            WITH taken AS (DELETE FROM {Quote(names.Log)} AS l
              WHERE {least} < {greatest} OR {gone} = {least}
              RETURNING l.time, {LogKeys(names)}, {gone} AS gone),
            numbered AS (SELECT {keys}, max(time) AS time, max(gone) AS gone, row_number() OVER (ORDER BY max(time), {keys}) AS r
              FROM taken GROUP BY {keys})
            """;
    }

    private static string LogKeys(TableNames names) => string.Join(", ", names.Keys.Select(key => "l." + key));
}
