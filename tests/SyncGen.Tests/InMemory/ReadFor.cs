using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>Who reads: rows that it wrote itself are left out.</summary>
/// <param name="Peer">The peer that reads; none if a leaf does.</param>
/// <param name="Leaf">The leaf that reads; none if a peer does.</param>
internal readonly record struct ReadFor(ReplicaId Peer, ReplicaId Leaf);
