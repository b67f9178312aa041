using System.Globalization;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>How MySQL and MariaDB write SQL, in any SQL mode.</summary>
internal sealed class MySqlDialect : RelationalDialect
{
    public static readonly MySqlDialect Instance = new();

    /// <summary>How many log entries a script folds at once: their numbers travel in one value, whose size the server bounds.</summary>
    private const int EntriesMax = 50_000;

    // Characters in truth; a byte holds no more than one.
    public override int NameBytesMax => 64;

    public override bool FoldingTakesEntries => true;

    public override string? IsSessionsEntry => "applied <> 0";

    public override string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    public override string Parameter(int ordinal) => MySqlCommandText.ParameterPrefix + ordinal.ToString(CultureInfo.InvariantCulture);

    public override string QualifiedName(string? schema, string table) =>
        schema is null ? Quote(table) : $"{Quote(schema)}.{Quote(table)}";

    public override string? LockRow(string table, string byKey) => $"SELECT 1 FROM {table} WHERE {byKey} FOR UPDATE";

    // A stage is read in the order of its numbers, and what it joins is found by its key.
    public override string? LockRows(string table, string stage, string byKey) =>
        $"SELECT s.n FROM {stage} AS s STRAIGHT_JOIN {table} AS t ON {byKey} ORDER BY s.n FOR UPDATE";

    public override string UpdateFrom(string table, string stage, IEnumerable<(string Column, string Staged)> columns, string byKey) =>
        $"UPDATE {stage} AS s STRAIGHT_JOIN {table} AS t ON {byKey} SET {string.Join(", ", columns.Select(pair => $"t.{pair.Column} = s.{pair.Staged}"))}";

    public override string DeleteStaged(string table, string stage, string byKey) => $"DELETE t FROM {stage} AS s STRAIGHT_JOIN {table} AS t ON {byKey}";

    // A plain DELETE would wait for the entries of writers whose transactions are open.
    public override string DeleteFrom(string log, string condition) => $"""
        {MySqlScript.Mark}
        SELECT json_arrayagg(n) INTO @syncgen_taken FROM {log} WHERE {condition};
        {DeleteTaken(log, "n")};
        SELECT row_count(), 0
        """;

    public override string Differ(string left, string right) => $"NOT ({left} <=> {right})";

    public override string Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> values, string query) =>
        $"INSERT INTO {table} ({string.Join(", ", keys.Concat(values))}) {query} "
        + $"ON DUPLICATE KEY UPDATE {string.Join(", ", values.Select(value => $"{value} = VALUES({value})"))}";

    public override string FoldPeer(SyncTable table, TableNames names)
    {
        var keys = string.Join(", ", names.Keys);
        return Fold(table, names, firstPart: 3, $"""
            INSERT INTO {Quote(names.Track)} (tick, {keys}, replica, version, base_replica, base_version, time, author, deleted)
            SELECT @p0 + @syncgen_done + l.r, {keys}, @p1, @p0 + @syncgen_done + l.r, NULL, 0, greatest(l.time, @p2 + 1), NULL, l.gone
            FROM ({Numbered(keys)}) AS l
            ON DUPLICATE KEY UPDATE
              base_version = if({Quote(names.Track)}.replica = VALUES(replica), {Quote(names.Track)}.base_version, {Quote(names.Track)}.version),
              base_replica = if({Quote(names.Track)}.replica = VALUES(replica), {Quote(names.Track)}.base_replica, {Quote(names.Track)}.replica),
              time = greatest(VALUES(time), {Quote(names.Track)}.time + 1),
              tick = VALUES(tick), replica = VALUES(replica), version = VALUES(version), author = NULL, deleted = VALUES(deleted)
            """);
    }

    public override string FoldLeaf(SyncTable table, TableNames names)
    {
        var keys = string.Join(", ", names.Keys);
        return Fold(table, names, firstPart: 2, $"""
            INSERT INTO {Quote(names.Edit)} (tick, {keys}, time, anchor)
            SELECT @p0 + @syncgen_done + l.r, {keys}, l.time, @p1
            FROM ({Numbered(keys)}) AS l
            ON DUPLICATE KEY UPDATE tick = VALUES(tick), time = VALUES(time)
            """);
    }

    /// <summary>
    /// Which entries are committed, and whether their rows are there, is read plainly: that waits for nobody, and is all of
    /// one state. Any statement that also writes would lock what it reads. What was read is then taken by number.
    /// </summary>
    private string Fold(SyncTable table, TableNames names, int firstPart, string upsert)
    {
        var (log, least, greatest) = (Quote(names.Log), Parameter(firstPart), Parameter(firstPart + 1));
        var same = string.Join(" AND ", names.Keys.Select((key, i) => $"t.{Quote(table.Columns[i].Name)} = l.{key}"));
        var gone = $"NOT EXISTS (SELECT 1 FROM {QualifiedName(table)} AS t WHERE {same})";
        var logKeys = string.Join(", ", names.Keys.Select(key => "l." + key));
        return $"""
            {MySqlScript.Mark}
            SELECT json_arrayagg(e.code), coalesce(count(*), 0) INTO @syncgen_taken, @syncgen_count
            FROM (SELECT 2 * l.n + ({gone}) AS code FROM {log} AS l WHERE {least} < {greatest} OR ({gone}) = {least} ORDER BY l.n LIMIT {EntriesMax.ToString(CultureInfo.InvariantCulture)}) AS e;
            DROP TEMPORARY TABLE IF EXISTS syncgen_taken;
            CREATE TEMPORARY TABLE syncgen_taken
            SELECT l.time, j.code % 2 AS gone, {logKeys}
            FROM json_table(coalesce(@syncgen_taken, '[]'), '$[*]' COLUMNS (code bigint PATH '$')) AS j STRAIGHT_JOIN {log} AS l FORCE INDEX (PRIMARY) ON l.n = j.code DIV 2;
            {upsert};
            {DeleteTaken(log, "code DIV 2")};
            SELECT count(*), @syncgen_count >= {EntriesMax.ToString(CultureInfo.InvariantCulture)} FROM (SELECT DISTINCT {string.Join(", ", names.Keys)} FROM syncgen_taken) AS d;
            DROP TEMPORARY TABLE syncgen_taken
            """;
    }

    private static string Numbered(string keys) =>
        $"SELECT {keys}, max(time) AS time, max(gone) AS gone, row_number() OVER (ORDER BY max(time), {keys}) AS r FROM syncgen_taken GROUP BY {keys}";

    private static string DeleteTaken(string log, string number) => $"""
        DELETE l FROM json_table(coalesce(@syncgen_taken, '[]'), '$[*]' COLUMNS ({(number == "n" ? "n" : "code")} bigint PATH '$')) AS j STRAIGHT_JOIN {log} AS l FORCE INDEX (PRIMARY) ON l.n = j.{number}
        """;
}
