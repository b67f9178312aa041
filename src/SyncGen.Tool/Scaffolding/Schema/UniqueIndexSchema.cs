namespace SyncGen.Tool.Scaffolding.Schema;

/// <summary>What a table allows once, its primary key apart.</summary>
/// <param name="Name">The name of the constraint or index.</param>
/// <param name="Columns">Its columns; null for an expression or the beginning of a column.</param>
/// <param name="IsPartial">Whether it holds for some rows only.</param>
internal sealed record UniqueIndexSchema(string Name, IReadOnlyList<string?> Columns, bool IsPartial);
