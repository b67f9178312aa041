namespace SyncGen.Sqlite;

/// <summary>A foreign key as a SQLite database declares it.</summary>
/// <param name="Child">The table that refers.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Parent">The table that it refers to.</param>
/// <param name="ParentColumns">The parent's columns, in the same order.</param>
/// <param name="ActsOnDelete">Whether deleting a parent changes its children.</param>
/// <param name="ActsOnUpdate">Whether changing a parent's key changes its children.</param>
internal sealed record SqliteForeignKey(
    string Child, IReadOnlyList<string> Columns, string Parent, IReadOnlyList<string> ParentColumns, bool ActsOnDelete, bool ActsOnUpdate);
