namespace SyncGen.Sqlite.Crashes.Tests.Runs;

/// <summary>What became of a world.</summary>
/// <param name="Seed">Where it began.</param>
/// <param name="Kills">How many children were killed.</param>
/// <param name="WithinTransactions">How many of them left a journal behind that had to be rolled back.</param>
/// <param name="WithinSessions">How often a store was found that had read some batches and lacked others.</param>
/// <param name="Committed">Transactions that writers committed.</param>
/// <param name="Unreported">Those of them that a kill came upon before they were reported.</param>
/// <param name="RolledBack">Transactions that writers took back.</param>
/// <param name="Conflicts">Conflicts that the hub settled.</param>
/// <param name="Failure">What did not hold, and how to repeat it; null: all did.</param>
internal sealed record WorldResult(
    int Seed, int Kills, int WithinTransactions, int WithinSessions, int Committed, int Unreported, int RolledBack, long Conflicts, string? Failure);
