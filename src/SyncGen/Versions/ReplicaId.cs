using System.Buffers.Binary;

namespace SyncGen.Versions;

/// <summary>
/// The identity of a store within a scope: 128 random bits, kept in the store. Ordered as an unsigned big-endian
/// number, the same everywhere, since stamps of equal time are ordered by it.
/// </summary>
/// <param name="Value">The identity as a number; 0 is no replica.</param>
public readonly record struct ReplicaId(UInt128 Value) : IComparable<ReplicaId>
{
    /// <summary>The size of <see cref="WriteTo"/>'s form, in bytes.</summary>
    public const int Size = 16;

    /// <summary>No replica.</summary>
    public static ReplicaId None => default;

    /// <summary>Whether this is no replica.</summary>
    public bool IsNone => Value == UInt128.Zero;

    /// <summary>Reads the 16 bytes that <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 16 bytes long.</exception>
    public static ReplicaId Read(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes))
        : throw new ArgumentException($"A replica id has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Writes the identity as 16 bytes, most significant first.</summary>
    public void WriteTo(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, Value);

    /// <summary>The identity as 16 bytes, most significant first.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        WriteTo(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public int CompareTo(ReplicaId other) => Value.CompareTo(other.Value);

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
