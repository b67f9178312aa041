using System.Buffers.Binary;
using SyncGen.Versions;

namespace SyncGen.Histories.Tests.Stores;

/// <summary>Clock and randomness of a history: the same seed gives the same history.</summary>
internal sealed class HistoryEnvironment(HistoryClock clock, Random random) : SyncEnvironment(clock)
{
    public override ReplicaId NewReplicaId()
    {
        Span<byte> bytes = stackalloc byte[ReplicaId.Size];
        random.NextBytes(bytes);
        BinaryPrimitives.WriteInt16BigEndian(bytes, (short)random.Next(1, short.MaxValue));
        return ReplicaId.Read(bytes);
    }
}
