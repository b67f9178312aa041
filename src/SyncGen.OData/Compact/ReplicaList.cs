using MessagePack;
using SyncGen.Versions;

namespace SyncGen.OData.Compact;

/// <summary>The replicas that the versions of a batch are of: each stands once in a message, and versions name it by its place.</summary>
internal sealed class ReplicaList
{
    /// <summary>How many numbers a row's version, base and time are.</summary>
    public const int Width = 5;

    private readonly List<ReplicaId> _replicas = [ReplicaId.None];
    private readonly Dictionary<ReplicaId, int> _indexes = new() { [ReplicaId.None] = 0 };

    /// <summary>The replica's place, from 1; 0 for none.</summary>
    public int IndexOf(ReplicaId replica)
    {
        if (!_indexes.TryGetValue(replica, out var index))
        {
            index = _replicas.Count;
            _replicas.Add(replica);
            _indexes.Add(replica, index);
        }

        return index;
    }

    /// <summary>The version of a place and a tick.</summary>
    public SyncVersion VersionOf(long index, long tick) =>
        index == 0 && tick == 0 ? SyncVersion.None
        : index > 0 && index < _replicas.Count && tick > 0 ? new SyncVersion(_replicas[(int)index], tick)
        : throw Malformed.Of("A row's version is of a replica that the message does not name, or has no tick.");

    public static void Write(ref MessagePackWriter writer, ReplicaList? list)
    {
        if (list is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(list._replicas.Count - 1);
        foreach (var replica in list._replicas.Skip(1))
        {
            CompactValues.Write(ref writer, replica);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="isRequired">Whether there must be versions; else there must be none.</param>
    public static ReplicaList? Read(ref MessagePackReader reader, bool isRequired)
    {
        if (reader.TryReadNil())
        {
            return isRequired ? throw Malformed.Of("The rows came without their versions.") : null;
        }

        if (!isRequired)
        {
            throw Malformed.Of("Rows came with versions, and a leaf takes none.");
        }

        var list = new ReplicaList();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            var replica = CompactValues.ReadReplica(ref reader);
            if (list.IndexOf(replica) != list._replicas.Count - 1 || replica.IsNone)
            {
                throw Malformed.Of("A replica is named twice, or is none.");
            }
        }

        return list;
    }
}
