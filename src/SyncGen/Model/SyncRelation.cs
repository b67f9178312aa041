namespace SyncGen.Model;

/// <summary>A foreign key from a table to one of the same scope.</summary>
/// <param name="Parent">The name of the parent's table, as <see cref="SyncTable.Name"/>.</param>
/// <param name="Columns">Ordinals of this table's columns, in the order of the parent's key columns.</param>
public sealed record SyncRelation(string Parent, IReadOnlyList<int> Columns);
