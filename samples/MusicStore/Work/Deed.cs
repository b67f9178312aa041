namespace MusicStore.Work;

/// <summary>One thing that was done to a database while it was not connected.</summary>
/// <param name="What">In words.</param>
/// <param name="Changes">The SQL of it, one transaction.</param>
/// <param name="Trace">A query that gives 1 wherever the deed has arrived; null where another store has the last word.</param>
internal sealed record Deed(string What, string[] Changes, string? Trace = null);
