using SyncGen.Model;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Filters;

/// <summary>The statements that read the part of a binding. Each ends with the parameters of <see cref="Match"/>.</summary>
internal sealed class PartReadSql
{
    public PartReadSql(PartSql sql, SyncTable table, TableNames names, RelationalDialect dialect, TableTraits traits, PartMatch match)
    {
        Sql = sql;
        Match = match;
        string P(int i) => dialect.Parameter(i);
        string Theirs(int i) => "t." + dialect.Quote(table.Columns[i].Name);
        string Same(string left, string right) => string.Join(" AND ", names.Keys.Select(key => $"{left}.{key} = {right}.{key}"));
        string Rows(string ours) => $"{dialect.QualifiedName(table)} AS t ON {LogSql.JoinKeys(table, names, dialect, ours, "t")}";
        var k = names.Keys.Count;
        var (part, move, track) = (dialect.Quote(names.Part), dialect.Quote(names.Move), dialect.Quote(names.Track));
        var fields = string.Join(", ", PeerSql.Fields.Split(", ").Select(field => "s." + field));
        var columns = Enumerable.Range(0, table.Columns.Count).Select(Theirs).ToArray();
        var joined = string.Join(", ", names.Keys.Select((_, i) => LogSql.JoinedKey(table, names, dialect, traits, i)).Concat(columns.Skip(k)));
        var news = $"s.tick > {P(0)} AND s.tick <= {P(1)} AND s.replica <> {P(2)} AND coalesce(s.author, 0) <> {P(3)}";
        var changes = $"SELECT {joined}, {fields}, CASE WHEN {columns[0]} IS NULL THEN 0 ELSE 1 END FROM {track} AS s JOIN {part} AS p ON {Same("p", "s")} "
            + $"LEFT JOIN {Rows("s")} WHERE {news} AND {match.Holds("p")}";
        Changes = $"{changes} ORDER BY s.tick";
        Tombstones = $"{changes} AND s.deleted <> 0 ORDER BY s.tick";

        var inInterval = $"m.tick > {P(0)} AND m.tick <= {P(1)}";
        Entering = $"SELECT {string.Join(", ", columns)}, {fields}, m.tick FROM {move} AS m JOIN {part} AS p ON {Same("p", "m")} JOIN {Rows("m")} "
            + $"LEFT JOIN {track} AS s ON {Same("s", "m")} WHERE {inInterval} AND {match.Holds("p")} "
            + $"AND NOT EXISTS (SELECT 1 FROM {move} AS l WHERE {Same("l", "m")} AND l.tick > m.tick AND l.tick <= {P(1)}) "
            + $"AND CASE WHEN {news} THEN 1 ELSE 0 END = 0 ORDER BY m.tick";
        Leaving = $"SELECT {string.Join(", ", names.Keys.Select(key => "m." + key))}, m.tick FROM {move} AS m LEFT JOIN {part} AS p ON {Same("p", "m")} "
            + $"WHERE {inInterval} AND {match.Holds("m")} AND CASE WHEN p.{names.Keys[0]} IS NOT NULL AND {match.Of("p")} THEN 1 ELSE 0 END = 0 "
            + $"AND NOT EXISTS (SELECT 1 FROM {move} AS l WHERE {Same("l", "m")} AND l.tick > m.tick AND l.tick <= {P(1)} AND {match.Holds("l")}) "
            + "ORDER BY m.tick";

        Rejected = $"SELECT {string.Join(", ", names.Keys.Select(key => "s." + key))}, s.tick FROM {track} AS s LEFT JOIN {part} AS p ON {Same("p", "s")} "
            + $"WHERE s.tick > {P(0)} AND s.tick <= {P(1)} AND s.author = {P(2)} AND CASE WHEN p.{names.Keys[0]} IS NOT NULL AND {match.Of("p")} THEN 1 ELSE 0 END = 0 "
            + "ORDER BY s.tick";

        var keys = names.Keys.Select(key => "p." + key).ToArray();
        var order = string.Join(", ", keys);
        var after = dialect.IsBehind(keys, [.. Enumerable.Range(0, k).Select(P)]);
        var from = $"FROM {part} AS p JOIN {Rows("p")}";
        var tracked = $"{from} LEFT JOIN {track} AS s ON {Same("s", "p")} WHERE {match.Of("p")}";
        var all = string.Join(", ", columns);
        ScanTracked = new ScanSql($"SELECT {all}, {fields} {tracked} ORDER BY {order}", $"SELECT {all}, {fields} {tracked} AND {after} ORDER BY {order}", k);
        ScanPlain = new ScanSql($"SELECT {all} {from} WHERE {match.Of("p")} ORDER BY {order}", $"SELECT {all} {from} WHERE {match.Of("p")} AND {after} ORDER BY {order}", k);
        Count = $"SELECT count(*) FROM {part} AS p WHERE {match.Of("p")}";
        IsOutside = $"SELECT 1 FROM {part} AS p WHERE {string.Join(" AND ", keys.Select((key, i) => $"{key} = {P(i)}"))} AND {match.Fails("p")}";
        var outside = $"SELECT {string.Join(", ", names.Keys.Select(key => "s." + key))} FROM {track} AS s JOIN {part} AS p ON {Same("p", "s")} "
            + $"WHERE s.tick > {P(0)} AND s.deleted = 0 AND {match.Fails("p")}";
        Outside = outside;
        NewOutside = $"{outside} AND NOT EXISTS (SELECT 1 FROM {move} AS m WHERE {Same("m", "s")} AND m.tick > {P(0)})";
    }

    /// <summary>The statements that keep the parts.</summary>
    public PartSql Sql { get; }

    /// <summary>The condition, which sets the last parameters.</summary>
    public PartMatch Match { get; }

    /// <summary>As <see cref="PeerSql.Changes"/>, of the part alone.</summary>
    public string Changes { get; }

    /// <summary>As <see cref="PeerSql.Tombstones"/>, of the part alone.</summary>
    public string Tombstones { get; }

    /// <summary>
    /// Rows that moved in (from, to] and lie in the part, but for those that <see cref="Changes"/> gives; whether they lay in it
    /// before says nothing, since who reads on may have read a moment at which they did not. Columns: the row, its tracking fields,
    /// null where it is not tracked, the last such move's tick. Parameters: as those of <see cref="Changes"/>.
    /// </summary>
    public string Entering { get; }

    /// <summary>Keys that left the part by moves in (from, to]. Columns: the key, the move's tick. Parameters: from, to.</summary>
    public string Leaving { get; }

    /// <summary>
    /// Keys that a peer wrote outside its part in (from, to], which its author's number marks. Columns: the key, the tick.
    /// Parameters: from, to, the peer's number.
    /// </summary>
    public string Rejected { get; }

    /// <summary>All rows of the part with their tracking fields, in the order of the keys that are kept.</summary>
    public ScanSql ScanTracked { get; }

    /// <summary>All rows of the part.</summary>
    public ScanSql ScanPlain { get; }

    /// <summary>Counts the rows of the part, and its tombstones.</summary>
    public string Count { get; }

    /// <summary>Gives a row if the row of a key, or what it was last, lies outside the part. Parameters: the key.</summary>
    public string IsOutside { get; }

    /// <summary>The keys of rows that changed after a tick and lie outside the part. Parameter: the tick.</summary>
    public string Outside { get; }

    /// <summary>The same, but for rows that were in the part before and were handed on.</summary>
    public string NewOutside { get; }
}
