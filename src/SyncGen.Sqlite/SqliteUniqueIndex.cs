namespace SyncGen.Sqlite;

/// <summary>What a table allows once: a unique index or constraint, or the primary key.</summary>
/// <param name="Columns">Its columns and expressions.</param>
/// <param name="IsPartial">Whether it holds for some rows only.</param>
internal sealed record SqliteUniqueIndex(IReadOnlyList<SqliteIndexColumn> Columns, bool IsPartial)
{
    /// <summary>Whether its columns are all plain.</summary>
    public bool IsPlain => Columns.All(column => column.Name is not null);
}
