using SyncGen.Versions;

namespace SyncGen.Providers;

/// <summary>What a leaf says of itself to its hub.</summary>
/// <param name="Leaf">The leaf's identity.</param>
/// <param name="Hub">The hub that it has read so far; none before the first session.</param>
/// <param name="Tick">The leaf's own tick: that of its last edit.</param>
/// <param name="Anchor">How far it has read the hub, in the hub's ticks; 0: nothing yet.</param>
/// <param name="PendingEdits">How many edits wait to go up.</param>
/// <param name="Fingerprint">The fingerprint of its model of the scope.</param>
public sealed record LeafState(ReplicaId Leaf, ReplicaId Hub, long Tick, long Anchor, long PendingEdits, string Fingerprint);
