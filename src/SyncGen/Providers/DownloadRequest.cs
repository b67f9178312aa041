using SyncGen.Filters;
using SyncGen.Versions;

namespace SyncGen.Providers;

/// <summary>What a leaf asks of its hub.</summary>
/// <param name="Leaf">The leaf's identity: rows whose author it is are left out.</param>
/// <param name="Anchor">How far it has read the hub, in the hub's ticks; 0: nothing yet.</param>
/// <param name="Cursor">Where the last session, which broke off, stopped; null if it did not.</param>
/// <param name="Reconcile">Whether all rows are wanted, since the leaf must compare what it holds.</param>
/// <param name="Filter">Which part of the scope is wanted; null: all of it.</param>
public sealed record DownloadRequest(ReplicaId Leaf, long Anchor, byte[]? Cursor, bool Reconcile = false, FilterBinding? Filter = null)
{
    /// <summary>
    /// Whether the cursor is that of the same session's last batch, so that rows go on where it stands; else what changed since is read
    /// first where it can be. Default: false.
    /// </summary>
    public bool GoesOn { get; init; }
}
