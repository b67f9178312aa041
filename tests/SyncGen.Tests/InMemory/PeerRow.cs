using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>A row of a peer with its tracking record.</summary>
/// <param name="Row">The row; of a tombstone only the key counts.</param>
/// <param name="IsDeleted">Whether this is a tombstone.</param>
/// <param name="Version">Who wrote this content.</param>
/// <param name="Base">The foreign version that the write replaced.</param>
/// <param name="Time">The write's time.</param>
/// <param name="Tick">The local tick at which the row last changed here.</param>
/// <param name="Author">The leaf for which this peer made the write, if any.</param>
internal sealed record PeerRow<TRow>(TRow Row, bool IsDeleted, SyncVersion Version, SyncVersion Base, long Time, long Tick, ReplicaId Author)
    where TRow : class
{
    public Stamp Stamp => new(Time, Version);

    /// <summary>The base of a write over this one.</summary>
    public SyncVersion BaseFor(ReplicaId self) => Version.Replica == self ? Base : Version;
}
