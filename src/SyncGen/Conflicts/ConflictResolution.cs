namespace SyncGen.Conflicts;

/// <summary>What stays after a conflict.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
public readonly struct ConflictResolution<TRow>
    where TRow : class
{
    internal ConflictResolution(ConflictOutcome outcome, TRow? merged)
    {
        Outcome = outcome;
        Merged = merged;
    }

    /// <summary>How the conflict ends.</summary>
    public ConflictOutcome Outcome { get; }

    /// <summary>The merged row; null unless the outcome is <see cref="ConflictOutcome.Merged"/>.</summary>
    public TRow? Merged { get; }

    /// <summary>The row that came in stays.</summary>
    public static ConflictResolution<TRow> TakeIncoming => new(ConflictOutcome.Incoming, null);

    /// <summary>The row that was here stays.</summary>
    public static ConflictResolution<TRow> KeepLocal => new(ConflictOutcome.Local, null);

    /// <summary>The row is deleted, everywhere.</summary>
    public static ConflictResolution<TRow> Delete => new(ConflictOutcome.Deleted, null);

    /// <summary>A merged row stays, everywhere. Its key must be the conflict's.</summary>
    public static ConflictResolution<TRow> Merge(TRow merged)
    {
        ArgumentNullException.ThrowIfNull(merged);
        return new(ConflictOutcome.Merged, merged);
    }
}
