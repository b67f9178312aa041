namespace SyncGen.Histories.Tests.Runs;

/// <summary>How a history went.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="Sessions">How many sessions there were.</param>
/// <param name="Writes">How many writes applications made.</param>
/// <param name="Conflicts">How many losers were logged.</param>
/// <param name="FalseConflicts">How many of these though one side had seen the other.</param>
/// <param name="Failure">What did not hold, with all that is needed to see it again; null if all did.</param>
internal sealed record HistoryResult(int Seed, int Sessions, int Writes, int Conflicts, int FalseConflicts, string? Failure);
