using SyncGen.Model;

namespace SyncGen.Relational.Statements;

/// <summary>All statements of one table, composed once for a provider.</summary>
internal sealed class TableStatements
{
    public TableStatements(string scope, SyncTable table, RelationalDialect dialect, TableTraits traits)
    {
        Traits = traits;
        Names = new TableNames(scope, table);
        Rows = new TableSql(table, dialect, traits);
        Uniques = [.. traits.Uniques.Select(unique => new UniqueSql(table, dialect, traits, Rows, unique))];
        Log = new LogSql(table, Names, dialect);
        Peer = new PeerSql(table, Names, dialect, traits);
        Leaf = new LeafSql(table, Names, dialect, traits);
        Orphans = [.. traits.ForeignKeys.Select(key => Orphan(table, dialect, key))];
    }

    public TableTraits Traits { get; }

    public TableNames Names { get; }

    public TableSql Rows { get; }

    /// <summary>For each thing that the table allows once.</summary>
    public IReadOnlyList<UniqueSql> Uniques { get; }

    public LogSql Log { get; }

    public PeerSql Peer { get; }

    public LeafSql Leaf { get; }

    /// <summary>For each foreign key: gives a row if the row of a key lacks its parent.</summary>
    public IReadOnlyList<string> Orphans { get; }

    private static string Orphan(SyncTable table, RelationalDialect dialect, ForeignKeyTraits key)
    {
        var byKey = string.Join(" AND ", table.Columns.Take(table.KeyLength)
            .Select((column, i) => $"c.{dialect.Quote(column.Name)} = {dialect.Parameter(i)}"));
        var set = string.Join(" AND ", key.Columns.Select(column => $"c.{dialect.Quote(column)} IS NOT NULL"));
        var same = string.Join(" AND ", key.Columns.Zip(key.ParentColumns,
            (child, parent) => $"p.{dialect.Quote(parent)} = c.{dialect.Quote(child)}"));
        return $"SELECT 1 FROM {dialect.QualifiedName(table)} AS c WHERE {byKey} AND {set} "
            + $"AND NOT EXISTS (SELECT 1 FROM {dialect.Quote(key.Parent)} AS p WHERE {same})";
    }
}
