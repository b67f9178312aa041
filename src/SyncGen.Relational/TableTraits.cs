namespace SyncGen.Relational;

/// <summary>What a session must know of a table as the database has it.</summary>
/// <param name="Locator">
/// A hidden column by which rows lie in the order of their storage, unquoted and free of the table's own names, such as
/// SQLite's <c>rowid</c>; null: rows are read in the order of their keys.
/// </param>
/// <param name="ForeignKeys">The foreign keys that the database checks, to any table.</param>
public sealed record TableTraits(string? Locator, IReadOnlyList<ForeignKeyTraits> ForeignKeys)
{
    /// <summary>The foreign keys of any table that refer to this one.</summary>
    public IReadOnlyList<ReferenceTraits> References { get; init; } = [];

    /// <summary>Whether deleting a row may change other rows of the same table: by a cascade, or by a trigger of the application.</summary>
    public bool DeletesReachItself { get; init; }

    /// <summary>The same for inserting or updating a row.</summary>
    public bool WritesReachItself { get; init; }

    /// <summary>Whether triggers of the application may change the very row that is written.</summary>
    public bool HasTriggers { get; init; }

    /// <summary>Whether a key column may hold NULL, as SQLite allows.</summary>
    public bool KeysMayBeNull { get; init; }

    /// <summary>Whether one key may be written in several ways, such as where the case of its letters does not matter.</summary>
    public bool KeysVary { get; init; }

    /// <summary>What the table allows once beside its key, as far as rows can get out of each other's way.</summary>
    public IReadOnlyList<UniqueTraits> Uniques { get; init; } = [];

    /// <summary>
    /// How a row is inserted such that a constraint refuses it, such as <c>INSERT OR ABORT</c> where the table itself says
    /// to replace other rows instead.
    /// </summary>
    public string Insert { get; init; } = "INSERT";

    /// <summary>What comes between an insert's columns and its values, such as where the database would number the rows itself.</summary>
    public string Values { get; init; } = "VALUES";

    /// <summary>
    /// The types, in the words of the database, of the columns of a stage for the table's rows, in the descriptor's order; null
    /// where rows must be written one by one, such as where a trigger of the application may change them.
    /// </summary>
    public IReadOnlyList<string>? StageTypes { get; init; }

    /// <summary>The same for updating a row.</summary>
    public string Update { get; init; } = "UPDATE";
}
