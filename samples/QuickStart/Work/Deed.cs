namespace QuickStart.Work;

/// <summary>One thing that somebody did to a database while nobody was connected.</summary>
/// <param name="What">In words.</param>
/// <param name="Changes">The SQL of it.</param>
/// <param name="Trace">A query that gives 1 wherever the deed has arrived; null where another may have the last word.</param>
internal sealed record Deed(string What, FormattableString[] Changes, FormattableString? Trace = null);
