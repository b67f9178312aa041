using SyncGen.Conflicts;
using SyncGen.Versions;

namespace SyncGen.Histories.Tests.Truth;

/// <summary>A row of a conflict log.</summary>
internal sealed record LoggedConflict(RowKey Key, ConflictOutcome Outcome, Stamp Loser, Stamp Winner);
