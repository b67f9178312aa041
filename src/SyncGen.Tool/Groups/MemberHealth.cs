namespace SyncGen.Tool.Groups;

/// <summary>How a member of a group is.</summary>
/// <param name="Name">Its name for people.</param>
internal sealed record MemberHealth(string Name)
{
    /// <summary>The last session's end, whatever came of it; null before the first.</summary>
    public DateTimeOffset? LastAttempt { get; init; }

    /// <summary>The end of the last session that went well.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When the next one begins.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>How many sessions failed, one after another, since the last that went well.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last one failed; null if it went well.</summary>
    public string? Error { get; init; }

    /// <summary>How many sessions went well since the program began.</summary>
    public long Sessions { get; init; }

    /// <summary>How many rows went to the hub since then.</summary>
    public long Up { get; init; }

    /// <summary>How many rows came from it.</summary>
    public long Down { get; init; }

    /// <summary>How many conflicts there were.</summary>
    public long Conflicts { get; init; }

    /// <summary>How many rows the last session put into quarantine, or left there.</summary>
    public long Quarantined { get; init; }
}
