namespace SyncGen.Tool.Stores;

/// <summary>What was restored.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Key">The key as JSON.</param>
/// <param name="Row">The row as JSON; null: it was deleted.</param>
internal sealed record RestoredRow(string Table, string Key, string? Row);
