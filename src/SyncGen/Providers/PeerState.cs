using SyncGen.Versions;

namespace SyncGen.Providers;

/// <summary>What a peer says of itself when it meets another.</summary>
/// <param name="Replica">Its identity.</param>
/// <param name="Tick">Its own tick, after folding.</param>
/// <param name="Knowledge">What it knows, itself included.</param>
/// <param name="Fingerprint">The fingerprint of its model of the scope.</param>
public sealed record PeerState(ReplicaId Replica, long Tick, Knowledge Knowledge, string Fingerprint);
