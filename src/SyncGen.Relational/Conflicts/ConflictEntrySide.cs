using SyncGen.Versions;

namespace SyncGen.Relational.Conflicts;

/// <summary>One side of a conflict as it is logged.</summary>
/// <param name="Stamp">The write's time and version.</param>
/// <param name="Row">The row as JSON; null if it was deleted.</param>
internal readonly record struct ConflictEntrySide(Stamp Stamp, string? Row);
