using SyncGen.Versions;

namespace SyncGen.Relational.Rows;

/// <summary>What a peer holds of a key.</summary>
internal readonly record struct LocalRow
{
    /// <summary>Whether the peer holds anything of the key: a row or a tombstone.</summary>
    public bool Exists { get; init; }

    /// <summary>Whether it has a tracking row.</summary>
    public bool IsTracked { get; init; }

    /// <summary>The local tick at which it last changed here.</summary>
    public long Tick { get; init; }

    public SyncVersion Version { get; init; }

    public SyncVersion Base { get; init; }

    public long Time { get; init; }

    /// <summary>The leaf for which this peer made the write, by its number.</summary>
    public int? Author { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>Whether there is a row.</summary>
    public bool IsPresent => Exists && !IsDeleted;

    public Stamp Stamp => new(Time, Version);
}
