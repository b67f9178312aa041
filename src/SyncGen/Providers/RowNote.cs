using SyncGen.Conflicts;

namespace SyncGen.Providers;

/// <summary>A row that deserves a word in the session's result: a conflict, or a row that was refused.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Key">The key as JSON.</param>
/// <param name="Code"><see cref="SyncErrorCode.None"/> for a conflict; else why the row was refused.</param>
/// <param name="Message">What happened, for people.</param>
public sealed record RowNote(string Table, string Key, SyncErrorCode Code, string Message)
{
    /// <summary>The policy in force; <see cref="ConflictPolicy.Default"/> if this is no conflict.</summary>
    public ConflictPolicy Policy { get; init; }

    /// <summary>How the conflict ended; null if this is none.</summary>
    public ConflictOutcome? Outcome { get; init; }

    /// <summary>The row that the store held before the conflict, as JSON; null if it was deleted, or this is no conflict.</summary>
    public string? Former { get; init; }
}
