namespace SyncGen.Relational;

/// <summary>A foreign key that the database checks.</summary>
/// <param name="Parent">The parent table's name.</param>
/// <param name="Columns">The child's columns.</param>
/// <param name="ParentColumns">The parent's columns, in the same order.</param>
public sealed record ForeignKeyTraits(string Parent, IReadOnlyList<string> Columns, IReadOnlyList<string> ParentColumns)
{
    /// <summary>The parent table's schema; null where unqualified names are looked for.</summary>
    public string? ParentSchema { get; init; }
}
