namespace SyncGen.Versions;

/// <summary>Who wrote a row's content, and when by that replica's own counter.</summary>
/// <param name="Replica">The replica that made the write.</param>
/// <param name="Tick">That replica's tick at the write, from 1; 0 with no replica means none.</param>
public readonly record struct SyncVersion(ReplicaId Replica, long Tick) : IComparable<SyncVersion>
{
    /// <summary>No version, such as the base of a write that replaced nothing foreign.</summary>
    public static SyncVersion None => default;

    /// <summary>Whether this is no version.</summary>
    public bool IsNone => Replica.IsNone;

    /// <summary>By replica, then by tick.</summary>
    public int CompareTo(SyncVersion other)
    {
        var byReplica = Replica.CompareTo(other.Replica);
        return byReplica != 0 ? byReplica : Tick.CompareTo(other.Tick);
    }

    /// <summary><c>replica:tick</c>.</summary>
    public override string ToString() => IsNone ? "none" : $"{Replica}:{Tick}";
}
