using SyncGen.Providers;

namespace SyncGen.OData.Compact;

/// <summary>What a peer says to another one.</summary>
/// <param name="Operation">What it asks.</param>
/// <param name="Fingerprint">The fingerprint of its model of the scope.</param>
public sealed record PeerCall(PeerOperation Operation, string Fingerprint)
{
    /// <summary>Who it is and what it knows: with <see cref="PeerOperation.Hear"/>, <see cref="PeerOperation.Restart"/>, <see cref="PeerOperation.BeginPull"/> and <see cref="PeerOperation.Apply"/>.</summary>
    public PeerState? Partner { get; init; }

    /// <summary>What it lacks, with <see cref="PeerOperation.Read"/>; with <see cref="PeerOperation.Apply"/>, what the other one lacked before the batch.</summary>
    public PullRequest? Request { get; init; }

    /// <summary>What the other one gave it, with <see cref="PeerOperation.Recognize"/>; null if it gave nothing.</summary>
    public byte[]? Marker { get; init; }

    /// <summary>The greatest tick of the other one that it knows, with <see cref="PeerOperation.Reset"/>.</summary>
    public long Known { get; init; }

    /// <summary>What it says before the rows, with <see cref="PeerOperation.Apply"/>.</summary>
    public ChangeHeader? Header { get; init; }

    /// <summary>Its rows, with <see cref="PeerOperation.Apply"/>.</summary>
    public ChangeBatch? Batch { get; init; }
}
