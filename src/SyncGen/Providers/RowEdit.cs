using SyncGen.Model;

namespace SyncGen.Providers;

/// <summary>A row that a leaf changed and its hub has not confirmed.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
/// <param name="Row">The row; only its key if it was deleted.</param>
/// <param name="IsDeleted">Whether the leaf deleted the row.</param>
/// <param name="Tick">The leaf's own tick of the edit.</param>
/// <param name="Time">When the leaf made it, in microseconds since 1970-01-01 UTC by its own clock.</param>
/// <param name="Anchor">How far the leaf had read its hub at the first unconfirmed change of the row.</param>
public readonly record struct RowEdit<TRow>(TRow Row, bool IsDeleted, long Tick, long Time, long Anchor)
    where TRow : class
{
    /// <summary>Why the hub's application rejects the edit, for people; null if it does not. Default: null.</summary>
    public string? Rejection { get; init; }

    /// <summary>
    /// Which columns the leaf knows nothing of, since its model is an earlier one: the row has no values of theirs, and the hub's own stay.
    /// Default: null, it knows all.
    /// </summary>
    public ColumnSet? Absent { get; init; }
}
