namespace SyncGen.Relational;

/// <summary>A foreign key of another table, or of the same, that refers to the rows of a table.</summary>
/// <param name="Child">The name of the table that refers.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="ParentColumns">The columns of the table that is referred to, in the same order.</param>
public sealed record ReferenceTraits(string Child, IReadOnlyList<string> Columns, IReadOnlyList<string> ParentColumns)
{
    /// <summary>The schema of the table that refers; null where unqualified names are looked for.</summary>
    public string? ChildSchema { get; init; }

    /// <summary>Whether deleting the row that is referred to deletes or changes those that refer to it. Default: false.</summary>
    public bool ActsOnDelete { get; init; }
}
