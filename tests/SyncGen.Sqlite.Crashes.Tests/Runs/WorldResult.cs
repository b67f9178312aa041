namespace SyncGen.Sqlite.Crashes.Tests.Runs;

/// <summary>What became of a world.</summary>
internal sealed record WorldResult(int Seed, int Kills, int Committed, int RolledBack, int Unreported, long Conflicts, string? Failure);
