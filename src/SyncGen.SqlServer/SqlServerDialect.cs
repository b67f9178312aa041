using System.Globalization;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.SqlServer;

/// <summary>How SQL Server 2016 and later, and Azure SQL, write SQL.</summary>
internal sealed class SqlServerDialect : RelationalDialect
{
    public static readonly SqlServerDialect Instance = new();

    // Characters in truth; a byte holds no more than one.
    public override int NameBytesMax => 128;

    public override bool FoldingTakesEntries => true;

    public override string? IsSessionsEntry => "applied = 1";

    public override string Quote(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";

    public override string Parameter(int ordinal) => SqlServerCommandText.ParameterPrefix + ordinal.ToString(CultureInfo.InvariantCulture);

    public override string QualifiedName(string? schema, string table) =>
        schema is null ? Quote(table) : $"{Quote(schema)}.{Quote(table)}";

    public override string RenameTable(string? schema, string from, string to) => $"EXEC sp_rename {Text(QualifiedName(schema, from))}, {Text(to)}";

    public override string RenameColumn(SyncTable table, string from, string to) =>
        $"EXEC sp_rename {Text($"{QualifiedName(table)}.{Quote(from)}")}, {Text(to)}, N'COLUMN'";

    // A default keeps its column, under a name that only the database knows.
    public override string DropColumn(SyncTable table, string column) =>
        $"""
        DECLARE @drop nvarchar(max) = N'';
        SELECT @drop = @drop + {Text($"ALTER TABLE {QualifiedName(table)} DROP CONSTRAINT ")} + QUOTENAME(o.name) + N'; '
        FROM sys.objects AS o JOIN sys.columns AS c ON c.object_id = o.parent_object_id AND c.name = {Text(column)}
        WHERE o.parent_object_id = OBJECT_ID({Text(QualifiedName(table))})
          AND (EXISTS (SELECT 1 FROM sys.default_constraints AS d WHERE d.object_id = o.object_id AND d.parent_column_id = c.column_id)
            OR EXISTS (SELECT 1 FROM sys.foreign_key_columns AS f WHERE f.constraint_object_id = o.object_id AND f.parent_column_id = c.column_id));
        SELECT @drop = @drop + N'DROP INDEX ' + QUOTENAME(i.name) + {Text($" ON {QualifiedName(table)}; ")}
        FROM sys.indexes AS i
        WHERE i.object_id = OBJECT_ID({Text(QualifiedName(table))}) AND i.is_primary_key = 0 AND i.is_unique_constraint = 0
          AND EXISTS (SELECT 1 FROM sys.index_columns AS x JOIN sys.columns AS c ON c.object_id = x.object_id AND c.column_id = x.column_id
            WHERE x.object_id = i.object_id AND x.index_id = i.index_id AND c.name = {Text(column)});
        EXEC (@drop);
        ALTER TABLE {QualifiedName(table)} DROP COLUMN {Quote(column)}
        """;

    public override string Committed(string log) => log + SqlServerHints.Committed;

    public override string First(string query, string count = "1")
    {
        ArgumentNullException.ThrowIfNull(query);
        return $"SELECT TOP ({count}) {query["SELECT ".Length..]}";
    }

    public override string IsBehind(IReadOnlyList<string> columns, IReadOnlyList<string> place)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(place);
        var condition = $"{columns[^1]} > {place[^1]}";
        for (var i = columns.Count - 2; i >= 0; i--)
        {
            condition = $"({columns[i]} > {place[i]} OR {columns[i]} = {place[i]} AND {condition})";
        }

        return columns.Count == 1 ? condition : $"{columns[0]} >= {place[0]} AND {condition}";
    }

    public override string? LockRow(string table, string byKey) => $"SELECT 1 FROM {table}{SqlServerHints.Locked} WHERE {byKey}";

    public override string? LockRows(string table, string stage, string byKey) =>
        $"SELECT s.n FROM {stage} AS s JOIN {table} AS t{SqlServerHints.Locked} ON {byKey} ORDER BY s.n{SqlServerHints.ByStage}";

    public override string UpdateFrom(string table, string stage, IEnumerable<(string Column, string Staged)> columns, string byKey)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var values = string.Join(", ", columns.Select(pair => $"{pair.Column} = s.{pair.Staged}"));
        return $"UPDATE t SET {values} FROM {stage} AS s JOIN {table} AS t ON {byKey}{SqlServerHints.ByStage}";
    }

    public override string DeleteStaged(string table, string stage, string byKey) =>
        $"DELETE t FROM {stage} AS s JOIN {table} AS t ON {byKey}{SqlServerHints.ByStage}";

    // A plain DELETE would wait for the entries of writers whose transactions are open.
    public override string DeleteFrom(string log, string condition) => $"DELETE FROM {Committed(log)} WHERE {condition}";

    public override string Differ(string left, string right) => $"NOT EXISTS (SELECT {left} INTERSECT SELECT {right})";

    // There is no statement that does both and is safe to use. The second finds the rows of the first there.
    public override string Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> values, string query)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        var columns = string.Join(", ", keys.Concat(values));
        var same = string.Join(" AND ", keys.Select(key => $"d.{key} = n.{key}"));
        return $"""
            {SqlServerScript.Mark}
            SET NOCOUNT ON;
            DECLARE @updated int;
            UPDATE d SET {string.Join(", ", values.Select(value => $"{value} = n.{value}"))}
            FROM {table} AS d JOIN ({query}) AS n ({columns}) ON {same};
            SET @updated = @@ROWCOUNT;
            INSERT INTO {table} ({columns})
            SELECT {string.Join(", ", keys.Concat(values).Select(column => "n." + column))} FROM ({query}) AS n ({columns})
            WHERE NOT EXISTS (SELECT 1 FROM {table} AS d WHERE {same});
            SELECT @updated + @@ROWCOUNT;
            """;
    }

    public override string FoldPeer(SyncTable table, TableNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var keys = string.Join(", ", names.Keys);
        var track = Quote(names.Track);
        return Fold(table, names, firstPart: 3, $"""
            UPDATE t SET tick = @p0 + n.r, replica = @p1, version = @p0 + n.r,
              base_replica = CASE WHEN t.replica = @p1 THEN t.base_replica ELSE t.replica END,
              base_version = CASE WHEN t.replica = @p1 THEN t.base_version ELSE t.version END,
              time = CASE WHEN n.time > t.time AND n.time > @p2 THEN n.time WHEN t.time > @p2 THEN t.time + 1 ELSE @p2 + 1 END,
              author = NULL, deleted = n.gone
            FROM #syncgen_folded AS n JOIN {track} AS t ON {Same(names, "t", "n")};
            INSERT INTO {track} (tick, {keys}, replica, version, base_replica, base_version, time, author, deleted)
            SELECT @p0 + n.r, {Of("n", names)}, @p1, @p0 + n.r, NULL, 0, CASE WHEN n.time > @p2 THEN n.time ELSE @p2 + 1 END, NULL, n.gone
            FROM #syncgen_folded AS n WHERE NOT EXISTS (SELECT 1 FROM {track} AS t WHERE {Same(names, "t", "n")});
            """);
    }

    public override string FoldLeaf(SyncTable table, TableNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var keys = string.Join(", ", names.Keys);
        var edit = Quote(names.Edit);
        return Fold(table, names, firstPart: 2, $"""
            UPDATE t SET tick = @p0 + n.r, time = n.time FROM #syncgen_folded AS n JOIN {edit} AS t ON {Same(names, "t", "n")};
            INSERT INTO {edit} (tick, {keys}, time, anchor)
            SELECT @p0 + n.r, {Of("n", names)}, n.time, @p1
            FROM #syncgen_folded AS n WHERE NOT EXISTS (SELECT 1 FROM {edit} AS t WHERE {Same(names, "t", "n")});
            """);
    }

    /// <summary>
    /// Takes the committed entries out of the log, waiting for nobody, and numbers their keys. Both tables take their columns' types
    /// from the log, and are gone with the statement. Where only one part is folded, a key is of it if it was when its entries were
    /// taken: what others do to its row later has entries of its own.
    /// </summary>
    private string Fold(SyncTable table, TableNames names, int firstPart, string upsert)
    {
        var (log, least, greatest) = (Quote(names.Log), Parameter(firstPart), Parameter(firstPart + 1));
        var keys = string.Join(", ", names.Keys);
        string IsGone(string row) => $"CASE WHEN EXISTS (SELECT 1 FROM {QualifiedName(table)} AS t WHERE "
            + string.Join(" AND ", names.Keys.Select((key, i) => $"t.{Quote(table.Columns[i].Name)} = {row}.{key}")) + ") THEN 0 ELSE 1 END";
        return $"""
            {SqlServerScript.Mark}
            SET NOCOUNT ON;
            SELECT l.time, {Of("l", names)} INTO #syncgen_taken FROM {log} AS l WHERE 1 = 0;
            DELETE l OUTPUT deleted.time, {Of("deleted", names)} INTO #syncgen_taken (time, {keys})
            FROM {log} AS l{SqlServerHints.Committed} WHERE {least} < {greatest} OR {IsGone("l")} = {least};
            SELECT k.*, CASE WHEN {least} = {greatest} THEN {least} ELSE {IsGone("k")} END AS gone INTO #syncgen_folded
            FROM (SELECT {keys}, max(time) AS time, row_number() OVER (ORDER BY max(time), {keys}) AS r FROM #syncgen_taken GROUP BY {keys}) AS k;
            {upsert}
            SELECT count(*) FROM #syncgen_folded;
            DROP TABLE #syncgen_taken;
            DROP TABLE #syncgen_folded;
            """;
    }

    private static string Same(TableNames names, string left, string right) =>
        string.Join(" AND ", names.Keys.Select(key => $"{left}.{key} = {right}.{key}"));

    private static string Of(string row, TableNames names) => string.Join(", ", names.Keys.Select(key => $"{row}.{key}"));

    private static string Text(string value) => $"N'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
