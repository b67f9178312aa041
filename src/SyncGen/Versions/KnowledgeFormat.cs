namespace SyncGen.Versions;

/// <summary>
/// Knowledge as bytes: a format byte, the number of replicas, and for each, by id, the id (16 bytes), the greatest tick
/// known, the number of missing ticks, and those by distance, ascending. Numbers are varints of the shortest form, so
/// that equal knowledge gives equal bytes.
/// </summary>
internal static class KnowledgeFormat
{
    private const byte Format = 1;

    public static byte[] Write(Knowledge knowledge)
    {
        var missing = knowledge.Missing.ToLookup(version => version.Replica, version => version.Tick);
        var replicas = knowledge.Ticks.Keys.Union(missing.Select(group => group.Key)).Order().ToList();
        var bytes = new List<byte>(2 + replicas.Count * (ReplicaId.Size + 4)) { Format };
        Varint.Write(bytes, replicas.Count);
        foreach (var replica in replicas)
        {
            bytes.AddRange(replica.ToBytes());
            Varint.Write(bytes, knowledge.TickOf(replica));
            WriteMissing(bytes, missing[replica].Order().ToList());
        }

        return [.. bytes];
    }

    public static Knowledge Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] != Format)
        {
            throw Malformed("it starts with an unknown format");
        }

        bytes = bytes[1..];
        var knowledge = new Knowledge();
        var previous = ReplicaId.None;
        for (var left = Number(ref bytes); left > 0; left--)
        {
            var replica = Replica(ref bytes);
            if (replica.CompareTo(previous) <= 0)
            {
                throw Malformed("replicas are not in ascending order");
            }

            ReadReplica(ref bytes, knowledge, replica);
            previous = replica;
        }

        return bytes.IsEmpty ? knowledge : throw Malformed("something follows it");
    }

    private static void WriteMissing(List<byte> bytes, List<long> ticks)
    {
        Varint.Write(bytes, ticks.Count);
        var previous = 0L;
        foreach (var tick in ticks)
        {
            Varint.Write(bytes, tick - previous);
            previous = tick;
        }
    }

    private static void ReadReplica(ref ReadOnlySpan<byte> bytes, Knowledge knowledge, ReplicaId replica)
    {
        var tick = Number(ref bytes);
        var count = Number(ref bytes);
        if (tick == 0 && count == 0)
        {
            throw Malformed("nothing is known of a replica");
        }

        knowledge.Raise(replica, tick);
        var missing = 0L;
        for (; count > 0; count--)
        {
            var distance = Number(ref bytes);
            if (distance == 0 || distance > long.MaxValue - missing)
            {
                throw Malformed("missing ticks are not in ascending order");
            }

            missing += distance;
            knowledge.AddMissing(new(replica, missing));
        }
    }

    private static ReplicaId Replica(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < ReplicaId.Size)
        {
            throw Malformed("it ends too early");
        }

        var replica = ReplicaId.Read(bytes[..ReplicaId.Size]);
        bytes = bytes[ReplicaId.Size..];
        return replica;
    }

    private static long Number(ref ReadOnlySpan<byte> bytes) =>
        Varint.TryRead(ref bytes, out var value) ? value : throw Malformed("a number in it is cut off, too large, or not in its shortest form");

    private static SyncException Malformed(string what) => new(
        SyncErrorCode.MalformedData,
        $"What a replica knows is malformed: {what}. If a partner sent it, bring both to the same version of SyncGen; if a store kept it, restore that store from a backup.");
}
