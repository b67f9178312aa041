namespace SyncGen.Tool.Scaffolding.Schema;

/// <summary>A foreign key.</summary>
/// <param name="Columns">The child's columns.</param>
/// <param name="Parent">The table that it leads to.</param>
/// <param name="ParentColumns">The columns there, in the same order; empty for the primary key.</param>
internal sealed record ForeignKeySchema(IReadOnlyList<string> Columns, TableName Parent, IReadOnlyList<string> ParentColumns);
