using SyncGen.Versions;

namespace SyncGen.Providers;

/// <summary>What a hub says to a leaf before rows travel.</summary>
/// <param name="Hub">The hub's identity.</param>
/// <param name="Tick">The hub's tick, after folding.</param>
/// <param name="Taken">The greatest of the leaf's ticks that the hub has taken; 0: none. More than the leaf's own tick: the leaf was restored from a backup.</param>
/// <param name="Fingerprint">The fingerprint of its model of the scope.</param>
/// <param name="FormerHub">The identity that the hub had before it was restored from a backup, if it was; else none.</param>
/// <param name="TakenMarker">What the leaf gave when its edits were taken last; null if it gave nothing.</param>
/// <param name="MayHaveLost">Whether the hub took its present identity since it was restored, so that it may lack what it had confirmed; not, if it started again from a partner.</param>
public sealed record HubState(
    ReplicaId Hub,
    long Tick,
    long Taken,
    string Fingerprint,
    ReplicaId FormerHub = default,
    byte[]? TakenMarker = null,
    bool MayHaveLost = false);
