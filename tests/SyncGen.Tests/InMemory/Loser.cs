using SyncGen.Conflicts;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>An entry of the conflict log.</summary>
internal sealed record Loser(string Table, object Row, bool IsDeleted, Stamp Stamp, object WinnerRow, bool IsWinnerDeleted, Stamp Winner, ConflictOutcome Outcome);
