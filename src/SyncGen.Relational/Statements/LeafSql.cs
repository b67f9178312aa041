using SyncGen.Model;

namespace SyncGen.Relational.Statements;

/// <summary>The statements that sessions run on what a leaf keeps for a table.</summary>
internal sealed class LeafSql
{
    public LeafSql(SyncTable table, TableNames names, RelationalDialect dialect, TableTraits traits)
    {
        var k = names.Keys.Count;
        string P(int i) => dialect.Parameter(i);
        var edit = dialect.Quote(names.Edit);
        var seen = dialect.Quote(names.Seen);
        var name = dialect.QualifiedName(table);
        var keys = string.Join(", ", names.Keys.Select(dialect.Quote));
        var byKey = LogSql.KeyEquals(names, dialect);
        string Theirs(int i) => "t." + dialect.Quote(table.Columns[i].Name);
        var theirKeys = string.Join(", ", Enumerable.Range(0, k).Select(Theirs));

        string Same(string alias) => string.Join(" AND ", names.Keys.Select((key, i) =>
            $"{alias}.{dialect.Quote(key)} = {dialect.Bare(Theirs(i))}"));

        var hasKey = string.Join(" AND ", Enumerable.Range(0, k).Select(i => Theirs(i) + " IS NOT NULL"));
        Any = dialect.First($"SELECT 1 FROM {edit}");
        Count = $"SELECT count(*) FROM {edit}";
        Find = $"SELECT tick, time, anchor FROM {edit} WHERE {byKey}";
        Delete = $"DELETE FROM {edit} WHERE tick = {P(0)}";
        SetAnchor = $"UPDATE {edit} SET anchor = {P(k)} WHERE {byKey}";
        EditAll = $"INSERT INTO {edit} (tick, {keys}, time, anchor) "
            + $"SELECT {P(0)} + row_number() OVER (ORDER BY {theirKeys}), {theirKeys}, {P(1)}, 0 FROM {name} AS t "
            + $"WHERE {hasKey} AND NOT EXISTS (SELECT 1 FROM {edit} AS e WHERE {Same("e")})";
        var joined = Enumerable.Range(0, k).Select(i => LogSql.JoinedKey(table, names, dialect, traits, i))
            .Concat(Enumerable.Range(k, table.Columns.Count - k).Select(Theirs));
        Edits = $"SELECT {string.Join(", ", joined)}, s.tick, s.time, s.anchor, CASE WHEN {Theirs(0)} IS NULL THEN 0 ELSE 1 END FROM {edit} AS s "
            + $"LEFT JOIN {name} AS t ON {LogSql.JoinKeys(table, names, dialect, "s", "t")} "
            + $"WHERE s.tick > {P(0)} ORDER BY s.tick";
        See = $"INSERT INTO {seen} ({keys}) SELECT {string.Join(", ", Enumerable.Range(0, k).Select(P))} "
            + $"WHERE NOT EXISTS (SELECT 1 FROM {seen} WHERE {byKey})";
        ClearSeen = $"DELETE FROM {seen}";
        Unseen = $"SELECT {theirKeys} FROM {name} AS t WHERE {hasKey} AND NOT EXISTS (SELECT 1 FROM {seen} AS s WHERE {Same("s")}) "
            + $"AND NOT EXISTS (SELECT 1 FROM {edit} AS e WHERE {Same("e")})";
    }

    /// <summary>Gives a row if there is an edit.</summary>
    public string Any { get; }

    /// <summary>Counts the edits.</summary>
    public string Count { get; }

    /// <summary>Reads the edit of a key: tick, time, anchor.</summary>
    public string Find { get; }

    /// <summary>Removes an edit that was not changed since. Parameter: the tick that it had.</summary>
    public string Delete { get; }

    /// <summary>Moves an edit's anchor. Parameters: key, anchor.</summary>
    public string SetAnchor { get; }

    /// <summary>Makes every row that has no edit one. Parameters: the tick to count from, the time.</summary>
    public string EditAll { get; }

    /// <summary>Edits in the order of their ticks, from behind a tick. Columns: the row, tick, time, anchor, whether it is there.</summary>
    public string Edits { get; }

    /// <summary>Notes that a key was seen.</summary>
    public string See { get; }

    /// <summary>Forgets which keys were seen.</summary>
    public string ClearSeen { get; }

    /// <summary>The keys of rows that are neither seen nor edited.</summary>
    public string Unseen { get; }
}
