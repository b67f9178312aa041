using SyncGen.Versions;

namespace SyncGen.Conflicts;

/// <summary>One side of a conflict.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
/// <param name="Row">The row; if it is deleted, only its key properties have a meaning.</param>
/// <param name="IsDeleted">Whether this side deleted the row.</param>
/// <param name="Stamp">The write's time and version.</param>
public readonly record struct ConflictSide<TRow>(TRow Row, bool IsDeleted, Stamp Stamp)
    where TRow : class;
