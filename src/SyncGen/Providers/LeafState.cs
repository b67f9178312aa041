using SyncGen.Filters;
using SyncGen.Versions;

namespace SyncGen.Providers;

/// <summary>What a leaf says of itself to its hub.</summary>
/// <param name="Leaf">The leaf's identity.</param>
/// <param name="Hub">The hub that it has read so far; none before the first session.</param>
/// <param name="Tick">The leaf's own tick: that of its last edit.</param>
/// <param name="Anchor">How far it has read the hub, in the hub's ticks; 0: nothing yet.</param>
/// <param name="PendingEdits">How many edits wait to go up.</param>
/// <param name="Fingerprint">The fingerprint of its model of the scope.</param>
/// <param name="HubMarker">What the hub gave when it was read last; null if it gave nothing.</param>
/// <param name="Marker">What the leaf will be asked for when it comes again, so that one restored from a backup, or copied, is found out; null if it gives none.</param>
public sealed record LeafState(
    ReplicaId Leaf,
    ReplicaId Hub,
    long Tick,
    long Anchor,
    long PendingEdits,
    string Fingerprint,
    byte[]? HubMarker = null,
    byte[]? Marker = null)
{
    /// <summary>Which part of the scope the edits were made in; null: all of it.</summary>
    public FilterBinding? Filter { get; init; }
}
