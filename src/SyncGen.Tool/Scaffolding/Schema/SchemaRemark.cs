namespace SyncGen.Tool.Scaffolding.Schema;

/// <summary>What a table has that no document says, such as a trigger.</summary>
/// <param name="Column">The column; null for the table.</param>
/// <param name="Text">A sentence.</param>
internal sealed record SchemaRemark(string? Column, string Text);
