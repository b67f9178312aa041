namespace SyncGen.Providers;

/// <summary>A hub's answer to one edit.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
/// <param name="Edit">The edit's tick.</param>
/// <param name="Outcome">What the hub made of it.</param>
/// <param name="Row">The hub's row if the outcome is <see cref="EditOutcome.Replaced"/>; else the row as it was sent.</param>
/// <param name="HubTick">The hub's local tick of the row: the anchor of an edit that the leaf made since.</param>
public readonly record struct EditAnswer<TRow>(long Edit, EditOutcome Outcome, TRow Row, long HubTick)
    where TRow : class
{
    /// <summary>Why the hub rejected the edit, such as <see cref="SyncErrorCode.OutsideFilter"/>; <see cref="SyncErrorCode.None"/> if it did not.</summary>
    public SyncErrorCode Rejection { get; init; }
}
