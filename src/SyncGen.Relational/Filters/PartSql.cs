using System.Globalization;
using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Filters;

/// <summary>The statements that keep a table's parts and moves.</summary>
internal sealed class PartSql
{
    /// <summary>How many parameters a statement has at the most, beside a key and a filter's values.</summary>
    public const int ParametersMax = 4;

    private readonly SyncTable _table;
    private readonly TableNames _names;
    private readonly RelationalDialect _dialect;
    private readonly TableTraits _traits;

    public PartSql(FilterLayout layout, string scope, TableNames names, RelationalDialect dialect, TableTraits traits)
    {
        (Layout, _table, _names, _dialect, _traits) = (layout, layout.Table, names, dialect, traits);
        string P(int i) => dialect.Parameter(i);
        var (part, move, track, name) = (dialect.Quote(names.Part), dialect.Quote(names.Move), dialect.Quote(names.Track), dialect.QualifiedName(_table));
        var values = Enumerable.Range(0, layout.Count).Select(Value).ToList();
        var present = PresentValues(layout);
        var parents = Parents(layout, scope, dialect);
        var changed = string.Join(" OR ", values.Select((value, i) => dialect.Differ("p." + value, present[i])));
        var candidates = Candidates(layout, scope, P(1));
        var (keys, all) = (string.Join(", ", names.Keys), string.Join(", ", values));
        var rows = $"FROM ({candidates}) AS c JOIN {name} AS t ON {LogSql.JoinKeys(_table, names, dialect, "c", "t")}";
        var samePart = Same("p", "c");
        Moves = $"INSERT INTO {move} (tick, {keys}, {all}, time) "
            + $"SELECT {P(0)} + row_number() OVER (ORDER BY {Of("p", names.Keys)}), {Of("p", names.Keys)}, {Of("p", values)}, {P(2)} "
            + $"{rows} JOIN {part} AS p ON {samePart}{parents} WHERE {changed}";
        Store = dialect.Upsert(part, names.Keys, [.. values, "tick"],
            $"SELECT {Of("c", names.Keys)}, {string.Join(", ", present)}, {P(0)} "
            + $"{rows} LEFT JOIN {part} AS p ON {samePart}{parents} WHERE p.{names.Keys[0]} IS NULL "
            + $"OR EXISTS (SELECT 1 FROM {move} AS m WHERE {Same("m", "c")} AND m.tick > {P(2)})");
        var hasKey = string.Join(" AND ", names.Keys.Select((_, i) => Theirs("t", i) + " IS NOT NULL"));
        Fill = $"INSERT INTO {part} ({keys}, {all}, tick) SELECT {string.Join(", ", names.Keys.Select((_, i) => Theirs("t", i)))}, {string.Join(", ", present)}, {P(0)} "
            + $"FROM {name} AS t{parents} WHERE {hasKey}";
        Clean = $"DELETE FROM {part} WHERE NOT EXISTS (SELECT 1 FROM {track} AS s WHERE {Same("s", part)}) "
            + $"AND NOT EXISTS (SELECT 1 FROM {name} AS t WHERE {LogSql.JoinKeys(_table, names, dialect, part, "t")})";
        LastMove = $"SELECT coalesce(max(tick), 0) FROM {move} WHERE time < {P(0)} AND tick <= {P(1)}";
        ForgetMoves = $"DELETE FROM {move} WHERE time < {P(0)} AND tick <= {P(1)}";
        LacksParent = [.. layout.Relations.Select(relation => LacksParentOf(relation, dialect))];
        MoveOut = $"INSERT INTO {move} (tick, {keys}, {all}, time) SELECT {P(names.Keys.Count)}, {keys}, {all}, {P(names.Keys.Count + 1)} "
            + $"FROM {part} WHERE {LogSql.KeyEquals(names, dialect)}";
        Remove = $"DELETE FROM {part} WHERE {LogSql.KeyEquals(names, dialect)}";
    }

    public FilterLayout Layout { get; }

    /// <summary>
    /// Notes the rows whose values changed, with the values that they had, at new ticks: those that changed here after a tick, and
    /// the children of parents whose values did. Parameters: the tick to count from, the tick, the time.
    /// </summary>
    public string Moves { get; }

    /// <summary>
    /// Stores the present values of the rows that <see cref="Moves"/> noted, and of those that had none. What another program
    /// commits between the two statements is not stored: it would not be seen to have moved. Parameters: the present tick, the
    /// tick after which rows changed, the tick after which moves were noted.
    /// </summary>
    public string Store { get; }

    /// <summary>Stores the values of all rows, of which none has any yet. Parameter: the tick.</summary>
    public string Fill { get; }

    /// <summary>Removes the values of keys that have neither a row nor a tombstone any more.</summary>
    public string Clean { get; }

    /// <summary>The tick of the last move that may be forgotten. Parameters: the time before which, the tick up to which.</summary>
    public string LastMove { get; }

    /// <summary>Forgets moves. Parameters: the time before which, the tick up to which.</summary>
    public string ForgetMoves { get; }

    /// <summary>For each relation over which filters decide: gives a row if a row names a parent that is not there. Parameters: the row.</summary>
    public IReadOnlyList<string> LacksParent { get; }

    /// <summary>Notes that the row of a key is in no part any more. Parameters: the key, the tick, the time.</summary>
    public string MoveOut { get; }

    /// <summary>Removes the values of a key.</summary>
    public string Remove { get; }

    /// <summary>The statements that read the part of a binding.</summary>
    public PartReadSql For(FilterBinding binding) => new(this, _table, _names, _dialect, _traits, new PartMatch(Layout, binding, _dialect));

    private string Same(string left, string right) => string.Join(" AND ", _names.Keys.Select(key => $"{left}.{key} = {right}.{key}"));

    private string Theirs(string alias, int column) => $"{alias}.{_dialect.Quote(_table.Columns[column].Name)}";

    /// <summary>A relation's parents with what is kept of them: those whose rows are read, or those that are looked up for a row.</summary>
    private string JoinParent(FilterRelation relation, string parent, string child, bool bare)
    {
        var pairs = relation.Columns.Select((column, i) => $"{parent}.k{i.ToString(CultureInfo.InvariantCulture)} = "
            + (bare ? _dialect.Bare(Theirs(child, column)) : Theirs(child, column)));
        return string.Join(" AND ", pairs);
    }

    private string Candidates(FilterLayout layout, string scope, string from)
    {
        // The keys stand bare, so that no database reads a whole index to have them in the order in which a union is made.
        var own = string.Join(", ", _names.Keys.Select(key => $"{_dialect.Bare(key)} AS {key}"));
        var candidates = new List<string> { $"SELECT {own} FROM {_dialect.Quote(_names.Track)} WHERE tick > {from}" };
        foreach (var relation in layout.Relations)
        {
            var keys = string.Join(", ", _names.Keys.Select((_, i) => _dialect.Bare(Theirs("x", i))));
            candidates.Add($"SELECT {keys} FROM {PartOf(relation, scope, _dialect)} AS q "
                + $"JOIN {_dialect.QualifiedName(_table)} AS x ON {JoinParent(relation, "q", "x", bare: false)} WHERE q.tick > {from}");
        }

        return string.Join(" UNION ", candidates);
    }

    private string Parents(FilterLayout layout, string scope, RelationalDialect dialect) => string.Concat(layout.Relations.Select(relation =>
        $" LEFT JOIN {PartOf(relation, scope, dialect)} AS {Alias(relation)} ON {JoinParent(relation, Alias(relation), "t", bare: true)}"));

    private List<string> PresentValues(FilterLayout layout)
    {
        var values = layout.Columns.Select(column => Theirs("t", column)).ToList();
        foreach (var relation in layout.Relations)
        {
            if (relation.Presence is not null)
            {
                var isNull = string.Join(" OR ", relation.Columns.Select(column => Theirs("t", column) + " IS NULL"));
                values.Add($"CASE WHEN {isNull} THEN 0 ELSE 1 END");
            }

            values.AddRange(Enumerable.Range(0, relation.Parent.Count).Select(i => $"{Alias(relation)}.{Value(i)}"));
        }

        return values;
    }

    private static string LacksParentOf(FilterRelation relation, RelationalDialect dialect)
    {
        var parent = relation.Parent.Table;
        var named = string.Join(" AND ", relation.Columns.Select(column => dialect.Parameter(column) + " IS NOT NULL"));
        var same = string.Join(" AND ", relation.Columns.Select((column, i) => $"t.{dialect.Quote(parent.Columns[i].Name)} = {dialect.Parameter(column)}"));
        return $"SELECT 1 FROM (SELECT 1 AS one) AS d WHERE NOT EXISTS (SELECT 1 FROM {dialect.QualifiedName(parent)} AS t WHERE {same}) AND {named}";
    }

    private static string PartOf(FilterRelation relation, string scope, RelationalDialect dialect) =>
        dialect.Quote(new TableNames(scope, relation.Parent.Table, dialect).Part);

    private static string Alias(FilterRelation relation) => "q" + relation.Ordinal.ToString(CultureInfo.InvariantCulture);

    private static string Of(string alias, IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"{alias}.{column}"));

    private static string Value(int ordinal) => "v" + ordinal.ToString(CultureInfo.InvariantCulture);
}
