namespace SyncGen.AspNetCore.Hooks;

/// <summary>What an application makes of a row that came in.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
public readonly struct RowDecision<TRow>
    where TRow : class
{
    private RowDecision(TRow? changed, string? rejection)
    {
        Changed = changed;
        Rejection = rejection;
    }

    /// <summary>The row that is taken instead; null unless it was changed.</summary>
    public TRow? Changed { get; }

    /// <summary>Why the row is not taken; null unless it was rejected.</summary>
    public string? Rejection { get; }

    /// <summary>The row is taken as it is.</summary>
    public static RowDecision<TRow> Accept => default;

    /// <summary>Another row is taken instead, and the client gets it. Its key must be the same.</summary>
    public static RowDecision<TRow> Change(TRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row, null);
    }

    /// <summary>The row is not taken: the client is told why, and gets back what is here.</summary>
    /// <param name="reason">Why, for who uses the client.</param>
    public static RowDecision<TRow> Reject(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        return new(null, reason);
    }
}
