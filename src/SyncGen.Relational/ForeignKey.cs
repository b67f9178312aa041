namespace SyncGen.Relational;

/// <summary>A foreign key as a database declares it.</summary>
/// <param name="Child">The table that refers.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Parent">The table that it refers to.</param>
/// <param name="ParentColumns">The parent's columns, in the same order.</param>
/// <param name="ActsOnDelete">Whether deleting a parent changes its children.</param>
/// <param name="ActsOnUpdate">Whether changing a parent's key changes its children.</param>
public sealed record ForeignKey(
    string Child, IReadOnlyList<string> Columns, string Parent, IReadOnlyList<string> ParentColumns, bool ActsOnDelete, bool ActsOnUpdate)
{
    /// <summary>The child's schema; null where the database knows none.</summary>
    public string? ChildSchema { get; init; }

    /// <summary>The parent's schema; null where the database knows none.</summary>
    public string? ParentSchema { get; init; }

    /// <summary>As the traits of the table that refers have it.</summary>
    public ForeignKeyTraits ToForeignKeyTraits() => new(Parent, Columns, ParentColumns) { ParentSchema = ParentSchema };

    /// <summary>As the traits of the table that it refers to have it.</summary>
    public ReferenceTraits ToReferenceTraits() => new(Child, Columns, ParentColumns) { ChildSchema = ChildSchema, ActsOnDelete = ActsOnDelete };
}
