using SyncGen.Filters;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>What the edits of an upload have in common.</summary>
/// <param name="Leaf">The leaf's identity.</param>
/// <param name="Number">The leaf's number in this store.</param>
/// <param name="Taken">The greatest of the leaf's ticks that were taken before this batch.</param>
/// <param name="Filter">The leaf's part of the scope; null: all of it.</param>
/// <param name="IsFinal">Whether rows that the database refuses are rejected, not held.</param>
internal sealed record UploadContext(ReplicaId Leaf, int Number, long Taken, FilterBinding? Filter, bool IsFinal);
