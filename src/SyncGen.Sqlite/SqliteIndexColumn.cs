namespace SyncGen.Sqlite;

/// <summary>A column of an index.</summary>
/// <param name="Name">The name; null for an expression.</param>
/// <param name="Collation">How its text is compared.</param>
/// <param name="Expression">The expression as the index declares it; null for a column.</param>
internal sealed record SqliteIndexColumn(string? Name, string Collation, string? Expression = null);
