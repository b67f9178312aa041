namespace SyncGen.Model;

/// <summary>What a store remembers of a table of a model for which it was provisioned.</summary>
/// <param name="Name">The table's name in the database, unquoted.</param>
/// <param name="KeyLength">How many of the columns make the key.</param>
/// <param name="Columns">The columns that travelled: first the key columns in key order, then the others.</param>
/// <param name="Relations">Foreign keys to tables of the same scope.</param>
public sealed record TableDescription(string Name, int KeyLength, IReadOnlyList<ColumnDescription> Columns, IReadOnlyList<SyncRelation> Relations)
{
    /// <summary>The table's schema; null for the database's default.</summary>
    public string? Schema { get; init; }
}
