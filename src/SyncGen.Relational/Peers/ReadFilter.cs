namespace SyncGen.Relational.Peers;

/// <summary>Whose own rows are left out of what a partner reads.</summary>
/// <param name="Replica">The destination's number, if it is a peer that is known here.</param>
/// <param name="Author">The leaf's number, if it is a leaf that is known here.</param>
internal readonly record struct ReadFilter(int? Replica, int? Author);
