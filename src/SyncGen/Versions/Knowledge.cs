namespace SyncGen.Versions;

/// <summary>
/// What a replica knows: for each replica the greatest tick known of it, and the versions at or below it that are
/// missing, since they were refused and wait. Not thread-safe.
/// </summary>
public sealed class Knowledge
{
    private readonly Dictionary<ReplicaId, long> _ticks;
    private readonly HashSet<SyncVersion> _missing;

    /// <summary>Creates empty knowledge.</summary>
    public Knowledge() : this([], [])
    {
    }

    private Knowledge(Dictionary<ReplicaId, long> ticks, HashSet<SyncVersion> missing)
    {
        _ticks = ticks;
        _missing = missing;
    }

    /// <summary>The greatest tick known of each replica.</summary>
    public IReadOnlyDictionary<ReplicaId, long> Ticks => _ticks;

    /// <summary>Versions at or below the greatest known tick that are not known.</summary>
    public IReadOnlySet<SyncVersion> Missing => _missing;

    /// <summary>The greatest tick known of a replica; 0 if it is unknown.</summary>
    public long TickOf(ReplicaId replica) => _ticks.GetValueOrDefault(replica);

    /// <summary>Raises the greatest tick known of a replica; a lower tick changes nothing.</summary>
    public void Raise(ReplicaId replica, long tick)
    {
        if (tick > TickOf(replica))
        {
            _ticks[replica] = tick;
        }
    }

    /// <summary>Notes that a version is not known although later ones of its replica are.</summary>
    public void AddMissing(SyncVersion version) => _missing.Add(version);

    /// <summary>Notes that a version that was missing is known now.</summary>
    public void RemoveMissing(SyncVersion version) => _missing.Remove(version);

    /// <summary>Whether the version has been seen by a replica that knows this.</summary>
    public bool Covers(SyncVersion version) =>
        !version.IsNone && version.Tick <= TickOf(version.Replica) && !_missing.Contains(version);

    /// <summary>Adds what another replica knows: afterwards a version is covered if either side covered it.</summary>
    public void Merge(Knowledge other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var missing = _missing.Where(version => !other.Covers(version))
            .Concat(other._missing.Where(version => !Covers(version)))
            .ToList();
        foreach (var (replica, tick) in other._ticks)
        {
            Raise(replica, tick);
        }

        _missing.Clear();
        _missing.UnionWith(missing);
    }

    /// <summary>A copy that shares nothing with this.</summary>
    public Knowledge Copy() => new(new(_ticks), [.. _missing]);

    /// <summary>
    /// This as bytes, compact, to be stored or sent: about 20 bytes for each replica, and one or two for each missing
    /// version. Equal knowledge gives equal bytes.
    /// </summary>
    public byte[] ToBytes() => KnowledgeFormat.Write(this);

    /// <summary>Reads what <see cref="ToBytes"/> wrote. Takes memory in proportion to the bytes, whatever they say.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: the bytes are no knowledge.</exception>
    public static Knowledge Read(ReadOnlySpan<byte> bytes) => KnowledgeFormat.Read(bytes);
}
