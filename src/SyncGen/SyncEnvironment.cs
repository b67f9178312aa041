using System.Security.Cryptography;
using SyncGen.Versions;

namespace SyncGen;

/// <summary>Where clock and randomness come from. Replace it in tests. Thread-safe.</summary>
public class SyncEnvironment
{
    /// <summary>Creates an environment.</summary>
    /// <param name="time">The clock; null for the machine's.</param>
    public SyncEnvironment(TimeProvider? time = null) => Time = time ?? TimeProvider.System;

    /// <summary>The machine's clock and the operating system's randomness.</summary>
    public static SyncEnvironment Default { get; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The clock's time in microseconds since 1970-01-01 UTC: the unit of a row's time.</summary>
    public long NowMicroseconds => (Time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>A new random replica id, never <see cref="ReplicaId.None"/>.</summary>
    public virtual ReplicaId NewReplicaId()
    {
        Span<byte> bytes = stackalloc byte[ReplicaId.Size];
        ReplicaId id;
        do
        {
            RandomNumberGenerator.Fill(bytes);
            id = ReplicaId.Read(bytes);
        }
        while (id.IsNone);
        return id;
    }
}
