using SyncGen.Versions;

namespace SyncGen.Reports;

/// <summary>What a store says of itself, for people. What a kind of store has no word for is null or empty.</summary>
public sealed record StoreReport
{
    /// <summary>Where counting ends: a count as great as this stands for as many or more.</summary>
    public const long CountMax = 1_000_000;

    /// <summary>Whether the store is provisioned; false where its first session will do that.</summary>
    public bool IsProvisioned { get; init; } = true;

    /// <summary>The store's identity; none where it is not known.</summary>
    public ReplicaId Identity { get; init; }

    /// <summary>When the store was provisioned.</summary>
    public DateTimeOffset? Provisioned { get; init; }

    /// <summary>How many writes it has seen in all, its own and those that came.</summary>
    public long? Tick { get; init; }

    /// <summary>The tables, in the scope's order.</summary>
    public IReadOnlyList<TableReport> Tables { get; init; } = [];

    /// <summary>How many entries the conflict log has.</summary>
    public long? Conflicts { get; init; }

    /// <summary>The latest of these, latest first.</summary>
    public IReadOnlyList<LoggedConflict> LatestConflicts { get; init; } = [];

    /// <summary>How many rows wait in quarantine.</summary>
    public long? Waiting { get; init; }

    /// <summary>Those of them that have waited longest, oldest first.</summary>
    public IReadOnlyList<WaitingRow> OldestWaiting { get; init; } = [];
}
