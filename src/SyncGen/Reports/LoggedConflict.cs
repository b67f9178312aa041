using SyncGen.Conflicts;

namespace SyncGen.Reports;

/// <summary>A loser in a store's conflict log, with what won over it.</summary>
/// <param name="Id">Its number in the log.</param>
/// <param name="Recorded">When it was settled, by the store's clock.</param>
/// <param name="Table">The table's name.</param>
/// <param name="Key">The key as JSON.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Outcome">How the conflict ended.</param>
/// <param name="LoserTime">When the loser was written, by its writer's clock.</param>
/// <param name="Loser">The loser as JSON; null if it was a deletion.</param>
/// <param name="WinnerTime">When the winner was written.</param>
/// <param name="Winner">The winner as JSON; null if it was a deletion.</param>
public sealed record LoggedConflict(
    long Id,
    DateTimeOffset Recorded,
    string Table,
    string Key,
    ConflictPolicy Policy,
    ConflictOutcome Outcome,
    DateTimeOffset LoserTime,
    string? Loser,
    DateTimeOffset WinnerTime,
    string? Winner);
