using SyncGen.Conflicts;

namespace SyncGen.Relational.Conflicts;

/// <summary>One loser of a conflict, with what won over it.</summary>
internal sealed record ConflictEntry(
    string Table,
    string Key,
    ConflictPolicy Policy,
    ConflictOutcome Outcome,
    ConflictEntrySide Loser,
    ConflictEntrySide Winner);
