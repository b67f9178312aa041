using SyncGen.Model;
using SyncGen.Relational.Filters;

namespace SyncGen.Relational.Statements;

/// <summary>All statements of one table, composed once for a provider.</summary>
internal sealed class TableStatements
{
    private readonly SyncTable _table;
    private readonly RelationalDialect _dialect;

    public TableStatements(string scope, SyncTable table, RelationalDialect dialect, TableTraits traits, FilterLayout? filters = null)
    {
        (_table, _dialect) = (table, dialect);
        Traits = traits;
        Names = new TableNames(scope, table, dialect);
        Rows = new TableSql(table, dialect, traits);
        Uniques = [.. traits.Uniques.Select(unique => new UniqueSql(table, dialect, traits, Rows, unique))];
        Log = new LogSql(table, Names, dialect);
        Peer = new PeerSql(table, Names, dialect, traits);
        Leaf = new LeafSql(table, Names, dialect, traits);
        Part = filters is null ? null : new PartSql(filters, scope, Names, dialect, traits);
        Orphans = [.. traits.ForeignKeys.Select(key => Orphan(table, dialect, key))];
        Taken = [.. traits.References.Where(reference => reference.ActsOnDelete).Select(reference => TakenBy(reference, table, dialect))];
        Missed = [.. traits.References.Select(reference => MissedBy(reference, table, dialect, Rows)).OfType<string>()];
    }

    public TableTraits Traits { get; }

    public TableNames Names { get; }

    public TableSql Rows { get; }

    /// <summary>For each thing that the table allows once.</summary>
    public IReadOnlyList<UniqueSql> Uniques { get; }

    public LogSql Log { get; }

    public PeerSql Peer { get; }

    public LeafSql Leaf { get; }

    /// <summary>What keeps the table's parts; null where no filter decides over it.</summary>
    public PartSql? Part { get; }

    /// <summary>For each foreign key: gives a row if the row of a key lacks its parent.</summary>
    public IReadOnlyList<string> Orphans { get; }

    /// <summary>For each foreign key that acts when the row of a key is deleted: gives a row if it would change another row.</summary>
    public IReadOnlyList<string> Taken { get; }

    /// <summary>For each foreign key that refers to a row's key: gives a row if the row of a key is not there, but its child is.</summary>
    public IReadOnlyList<string> Missed { get; }

    /// <summary>
    /// Gives a row if a row refers to the row of a key, for each foreign key of tables that come later in the scope, or are not in it: where
    /// rows are removed children first, such a row stays.
    /// </summary>
    public IReadOnlyList<string> KeptBy(SyncScope scope)
    {
        var isDone = scope.Tables.Reverse().TakeWhile(table => table != _table).Select(table => table.Name).ToList();
        return [.. Traits.References
            .Where(reference => isDone.Contains(reference.Child, StringComparer.OrdinalIgnoreCase)
                || !scope.Tables.Any(table => string.Equals(table.Name, reference.Child, StringComparison.OrdinalIgnoreCase)))
            .Select(reference => TakenBy(reference, _table, _dialect))];
    }

    private static string? MissedBy(ReferenceTraits reference, SyncTable table, RelationalDialect dialect, TableSql rows)
    {
        var conditions = new List<string>();
        for (var i = 0; i < reference.Columns.Count; i++)
        {
            var key = table.Columns.Take(table.KeyLength).ToList()
                .FindIndex(column => string.Equals(column.Name, reference.ParentColumns[i], StringComparison.OrdinalIgnoreCase));
            if (key < 0)
            {
                // Of a row that is gone no more than its key is known.
                return null;
            }

            conditions.Add($"c.{dialect.Quote(reference.Columns[i])} = {dialect.Parameter(key)}");
        }

        return $"SELECT 1 FROM {dialect.QualifiedName(reference.ChildSchema, reference.Child)} AS c WHERE {string.Join(" AND ", conditions)} AND NOT EXISTS ({rows.Exists})";
    }

    private static string TakenBy(ReferenceTraits reference, SyncTable table, RelationalDialect dialect)
    {
        var key = table.Columns.Take(table.KeyLength).Select(column => dialect.Quote(column.Name)).ToArray();
        var byKey = string.Join(" AND ", key.Select((column, i) => $"p.{column} = {dialect.Parameter(i)}"));
        var same = string.Join(" AND ", reference.Columns.Zip(reference.ParentColumns,
            (child, parent) => $"c.{dialect.Quote(child)} = p.{dialect.Quote(parent)}"));
        var isOther = string.Equals(reference.Child, table.Name, StringComparison.OrdinalIgnoreCase)
            && string.Equals(reference.ChildSchema, table.Schema, StringComparison.OrdinalIgnoreCase)
            ? $" AND NOT ({string.Join(" AND ", key.Select(column => $"c.{column} = p.{column}"))})"
            : "";
        return $"SELECT 1 FROM {dialect.QualifiedName(table)} AS p JOIN {dialect.QualifiedName(reference.ChildSchema, reference.Child)} AS c ON {same} WHERE {byKey}{isOther}";
    }

    private static string Orphan(SyncTable table, RelationalDialect dialect, ForeignKeyTraits key)
    {
        var byKey = string.Join(" AND ", table.Columns.Take(table.KeyLength)
            .Select((column, i) => $"c.{dialect.Quote(column.Name)} = {dialect.Parameter(i)}"));
        var set = string.Join(" AND ", key.Columns.Select(column => $"c.{dialect.Quote(column)} IS NOT NULL"));
        var same = string.Join(" AND ", key.Columns.Zip(key.ParentColumns,
            (child, parent) => $"p.{dialect.Quote(parent)} = c.{dialect.Quote(child)}"));
        return $"SELECT 1 FROM {dialect.QualifiedName(table)} AS c WHERE {byKey} AND {set} "
            + $"AND NOT EXISTS (SELECT 1 FROM {dialect.QualifiedName(key.ParentSchema, key.Parent)} AS p WHERE {same})";
    }
}
