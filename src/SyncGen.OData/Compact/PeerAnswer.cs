using SyncGen.Providers;

namespace SyncGen.OData.Compact;

/// <summary>What a peer answers.</summary>
public sealed record PeerAnswer
{
    /// <summary>Who it is and what it knows, to <see cref="PeerOperation.Identify"/>.</summary>
    public PeerState? State { get; init; }

    /// <summary>Whether it is so: the partner is expelled, the marker is known, a new identity was taken.</summary>
    public bool Is { get; init; }

    /// <summary>What it lacks, to <see cref="PeerOperation.BeginPull"/>.</summary>
    public PullRequest? Request { get; init; }

    /// <summary>What it says before the rows, to <see cref="PeerOperation.Read"/>.</summary>
    public ChangeHeader? Header { get; init; }

    /// <summary>Its rows, to <see cref="PeerOperation.Read"/>.</summary>
    public ChangeBatch? Batch { get; init; }

    /// <summary>What became of the rows, to <see cref="PeerOperation.Apply"/>. Default: nothing.</summary>
    public BatchResult Result { get; init; } = BatchResult.Empty;
}
