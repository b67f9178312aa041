namespace SyncGen.CodeGeneration.Model;

/// <summary>A foreign key to a table of the same scope.</summary>
/// <param name="ParentTable">The parent's table name.</param>
/// <param name="ParentColumns">The names of the parent's key columns, in key order.</param>
/// <param name="Columns">Ordinals of this table's columns, in the same order.</param>
/// <param name="IsInCycle">Whether following foreign keys from the parent leads back here.</param>
internal sealed record RelationModel(string ParentTable, EquatableArray<string> ParentColumns, EquatableArray<int> Columns, bool IsInCycle)
{
    /// <summary>The parent's schema; null if the model names none.</summary>
    public string? ParentSchema { get; init; }
}
