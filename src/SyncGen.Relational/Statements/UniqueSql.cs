using SyncGen.Model;

namespace SyncGen.Relational.Statements;

/// <summary>The statements by which rows that want each other's unique values get out of each other's way.</summary>
internal sealed class UniqueSql
{
    public UniqueSql(SyncTable table, RelationalDialect dialect, TableTraits traits, TableSql rows, UniqueTraits unique)
    {
        var keys = string.Join(", ", table.Columns.Take(table.KeyLength).Select(column => dialect.Quote(column.Name)));
        Holders = $"SELECT {keys} FROM {dialect.QualifiedName(table)} WHERE {unique.Same} AND NOT ({rows.ByKey})";
        Park = [.. unique.Parking.Select(assignment => $"{traits.Update} {dialect.QualifiedName(table)} SET {assignment} WHERE {rows.ByKey}")];
    }

    /// <summary>The keys of other rows that have a row's unique values. Parameters: the row.</summary>
    public string Holders { get; }

    /// <summary>Makes the row of a key give up its values. Parameters: the key.</summary>
    public IReadOnlyList<string> Park { get; }
}
