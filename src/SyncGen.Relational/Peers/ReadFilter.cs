namespace SyncGen.Relational.Peers;

/// <summary>Whose own rows are left out of what a partner reads.</summary>
/// <param name="Replica">The destination's number, if it is a peer that is known here.</param>
/// <param name="Author">The leaf's number, if it is a leaf that is known here.</param>
/// <param name="WithTombstones">Whether the partner may hold rows that were deleted before it read anything.</param>
internal readonly record struct ReadFilter(int? Replica, int? Author, bool WithTombstones);
