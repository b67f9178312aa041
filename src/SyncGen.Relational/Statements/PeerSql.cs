using SyncGen.Model;

namespace SyncGen.Relational.Statements;

/// <summary>The statements that sessions run on a peer's tracking table.</summary>
internal sealed class PeerSql
{
    /// <summary>The columns of a tracking row.</summary>
    public const string Fields = "tick, replica, version, base_replica, base_version, time, author, deleted";

    public PeerSql(SyncTable table, TableNames names, RelationalDialect dialect, TableTraits traits)
    {
        var k = names.Keys.Count;
        string P(int i) => dialect.Parameter(i);
        var track = dialect.Quote(names.Track);
        var keys = string.Join(", ", names.Keys.Select(dialect.Quote));
        var byKey = LogSql.KeyEquals(names, dialect);
        var qualified = string.Join(", ", Fields.Split(", ").Select(field => "s." + field));
        Find = $"SELECT {Fields} FROM {track} WHERE {byKey}";
        Insert = $"INSERT INTO {track} ({keys}, {Fields}) "
            + $"VALUES ({string.Join(", ", Enumerable.Range(0, k + 8).Select(P))})";
        // Rows are found by the tick they had, which is unique, so the key is neither looked up nor written again.
        Update = $"UPDATE {track} SET {string.Join(", ", Fields.Split(", ").Select((field, i) => $"{field} = {P(i)}"))} "
            + $"WHERE tick = {P(8)}";
        DeleteByTick = $"DELETE FROM {track} WHERE tick = {P(0)}";

        var name = dialect.QualifiedName(table);
        string Theirs(int i) => "t." + dialect.Quote(table.Columns[i].Name);
        var all = Enumerable.Range(0, table.Columns.Count).ToArray();
        var joined = string.Join(", ", all.Take(k).Select(i => LogSql.JoinedKey(table, names, dialect, traits, i)).Concat(all.Skip(k).Select(Theirs)));
        var changes = $"SELECT {joined}, {qualified}, CASE WHEN {Theirs(0)} IS NULL THEN 0 ELSE 1 END FROM {track} AS s "
            + $"LEFT JOIN {name} AS t ON {LogSql.JoinKeys(table, names, dialect, "s", "t")} "
            + $"WHERE s.tick > {P(0)} AND s.tick <= {P(1)} AND s.replica <> {P(2)} AND coalesce(s.author, 0) <> {P(3)}";
        Changes = $"{changes} ORDER BY s.tick";
        Tombstones = $"{changes} AND s.deleted <> 0 ORDER BY s.tick";

        var order = traits.Locator is { } locator ? "t." + locator : string.Join(", ", all.Take(k).Select(Theirs));
        var select = $"SELECT {string.Join(", ", all.Select(Theirs))}";
        var join = string.Join(" AND ", names.Keys.Select((key, i) => $"s.{dialect.Quote(key)} = {dialect.Bare(Theirs(i))}"));
        var from = $"FROM {name} AS t LEFT JOIN {track} AS s ON {join}";
        var hasKey = string.Join(" AND ", all.Take(k).Select(i => Theirs(i) + " IS NOT NULL"));
        Unseen = $"SELECT {string.Join(", ", all.Take(k).Select(Theirs))}, {qualified} {from} "
            + $"WHERE ({hasKey}) AND (s.tick IS NULL OR s.tick <= {P(0)} AND s.replica <> {P(1)})";
        Restamp = $"UPDATE {track} SET replica = {P(1)}, version = tick, time = time + 1, author = NULL "
            + $"WHERE replica = {P(0)} AND version > {P(2)}";
        Forgettable = $"SELECT {keys}, {Fields} FROM {track} WHERE tick > {P(0)} AND deleted <> 0 ORDER BY tick";
        ScanTracked = new ScanSql($"{select}, {qualified} {from}", order, table, dialect, traits);
        ScanPlain = new ScanSql($"{select} FROM {name} AS t", order, table, dialect, traits);
    }

    /// <summary>Reads the tracking row of a key: tick, version, base, time, author, deleted.</summary>
    public string Find { get; }

    /// <summary>Adds a tracking row. Parameters: key, then the fields of <see cref="Find"/>.</summary>
    public string Insert { get; }

    /// <summary>Changes a tracking row. Parameters: the fields of <see cref="Find"/>, then the tick that it had.</summary>
    public string Update { get; }

    /// <summary>Removes a tracking row. Parameter: its tick.</summary>
    public string DeleteByTick { get; }

    /// <summary>
    /// Rows, in the order of their ticks, that changed in (from, to], but for a replica's own and a leaf's own. Columns: the
    /// row, its tracking fields, whether it is there. Parameters: from, to, the replica's number, the leaf's; -1 for none.
    /// </summary>
    public string Changes { get; }

    /// <summary>The deleted ones among them; the same columns.</summary>
    public string Tombstones { get; }

    /// <summary>
    /// Rows that last changed here at or before a tick, by other replicas. Columns: the key, the tracking fields, null where a
    /// row was there when the table was provisioned. Parameters: the tick, this replica.
    /// </summary>
    public string Unseen { get; }

    /// <summary>Makes writes of a former identity new writes of another. Parameters: the former, the new, the former's tick that stays.</summary>
    public string Restamp { get; }

    /// <summary>Tombstones behind a tick, oldest first. Columns: the key, its tracking fields. Parameter: the tick.</summary>
    public string Forgettable { get; }

    /// <summary>All rows with their tracking fields, null where a row was there when the table was provisioned.</summary>
    public ScanSql ScanTracked { get; }

    /// <summary>All rows.</summary>
    public ScanSql ScanPlain { get; }
}
