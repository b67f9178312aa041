namespace SyncGen.Relational;

/// <summary>What a session must know of a table as the database has it.</summary>
/// <param name="Locator">
/// A hidden column by which rows lie in the order of their storage, unquoted and free of the table's own names, such as
/// SQLite's <c>rowid</c>; null: rows are read in the order of their keys.
/// </param>
/// <param name="DeletesReachItself">Whether deleting a row may change other rows of the same table, by a cascade.</param>
/// <param name="ForeignKeys">The foreign keys that the database checks, to any table.</param>
public sealed record TableTraits(string? Locator, bool DeletesReachItself, IReadOnlyList<ForeignKeyTraits> ForeignKeys);
