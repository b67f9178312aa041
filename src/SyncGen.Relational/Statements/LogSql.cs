using SyncGen.Model;

namespace SyncGen.Relational.Statements;

/// <summary>The statements that sessions run on a change log.</summary>
internal sealed class LogSql
{
    /// <summary>The greatest operation that leaves a row: 1 is an insert and 2 an update; 3 is a delete.</summary>
    private const int LastWrite = 2;

    private readonly string _touch;

    public LogSql(SyncTable table, TableNames names, RelationalDialect dialect)
    {
        var log = dialect.Quote(names.Log);
        var committed = dialect.Committed(log);
        Any = dialect.First($"SELECT 1 FROM {committed}");
        AnyWithoutKey = dialect.First($"SELECT 1 FROM {committed} WHERE {string.Join(" OR ", names.Keys.Select(key => dialect.Quote(key) + " IS NULL"))}");
        AnyGone = dialect.First($"SELECT 1 FROM {committed} WHERE op > {LastWrite}");
        Clear = $"DELETE FROM {log}";
        FoldingTakesEntries = dialect.FoldingTakesEntries;
        ForeignEntries = $"SELECT {string.Join(", ", names.Keys.Select(dialect.Quote))} FROM {committed} WHERE NOT ({dialect.IsSessionsEntry ?? "1 = 0"})";
        var keys = string.Join(", ", names.Keys);
        var columns = string.Join(", ", names.Keys.Select((_, i) => "t." + dialect.Quote(table.Columns[i].Name)));
        TouchAll = $"INSERT INTO {log} (op, time, {keys}) SELECT 2, 0, {columns} FROM {dialect.QualifiedName(table)} AS t";
        _touch = TouchAll + " WHERE ";
        TouchVanished = $"INSERT INTO {log} (op, time, {keys}) "
            + $"SELECT 3, 0, {string.Join(", ", names.Keys.Select(key => "s." + dialect.Quote(key)))} FROM {dialect.Quote(names.Track)} AS s "
            + $"WHERE s.deleted = 0 AND NOT EXISTS (SELECT 1 FROM {dialect.QualifiedName(table)} AS t "
            + $"WHERE {JoinKeys(table, names, dialect, "s", "t")})";
        ForgetKey = dialect.DeleteFrom(log, KeyEquals(names, dialect) + (dialect.IsSessionsEntry is { } own ? " AND " + own : ""));
        FoldPeer = dialect.FoldPeer(table, names);
        FoldLeaf = dialect.FoldLeaf(table, names);
    }

    /// <summary>Gives a row if the log has one.</summary>
    public string Any { get; }

    /// <summary>Gives a row if a row may be gone.</summary>
    public string AnyGone { get; }

    /// <summary>Gives a row if an entry lacks part of its key.</summary>
    public string AnyWithoutKey { get; }

    /// <summary>Empties the log.</summary>
    public string Clear { get; }

    /// <summary>See <see cref="RelationalDialect.FoldingTakesEntries"/>.</summary>
    public bool FoldingTakesEntries { get; }

    /// <summary>The keys that other programs wrote since the log was folded.</summary>
    public string ForeignEntries { get; }

    /// <summary>Removes what a session set off for a key. Parameters: the key.</summary>
    public string ForgetKey { get; }

    /// <summary>Logs every row as written, at no time, so that any write of a known time is newer.</summary>
    public string TouchAll { get; }

    /// <summary>The same for the rows of a table <c>t</c> that meet a condition.</summary>
    public string Touch(string condition) => _touch + condition;

    /// <summary>Logs as deleted, at no time, every row that a peer tracks and that is not there.</summary>
    public string TouchVanished { get; }

    /// <summary>See <see cref="RelationalDialect.FoldPeer"/>.</summary>
    public string FoldPeer { get; }

    /// <summary>See <see cref="RelationalDialect.FoldLeaf"/>.</summary>
    public string FoldLeaf { get; }

    /// <summary><c>"k0" = ?1 AND "k1" = ?2</c>.</summary>
    public static string KeyEquals(TableNames names, RelationalDialect dialect) =>
        string.Join(" AND ", names.Keys.Select((key, i) => $"{dialect.Quote(key)} = {dialect.Parameter(i)}"));

    /// <summary>
    /// The key of a row that is joined with one of ours, as ours has it; or, where a key can be written in several ways, as
    /// the application's table has it if the row is there.
    /// </summary>
    public static string JoinedKey(SyncTable table, TableNames names, RelationalDialect dialect, TableTraits traits, int i)
    {
        var ours = "s." + dialect.Quote(names.Keys[i]);
        return traits.KeysVary ? $"coalesce(t.{dialect.Quote(table.Columns[i].Name)}, {ours})" : ours;
    }

    /// <summary><c>t."Id" = s.k0</c>: joins an application's table with one of ours.</summary>
    public static string JoinKeys(SyncTable table, TableNames names, RelationalDialect dialect, string ours, string theirs) =>
        string.Join(" AND ", names.Keys.Select((key, i) =>
            $"{theirs}.{dialect.Quote(table.Columns[i].Name)} = {ours}.{dialect.Quote(key)}"));
}
