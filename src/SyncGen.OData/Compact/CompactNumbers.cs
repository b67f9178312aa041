using System.Buffers;
using System.Buffers.Binary;
using MessagePack;

namespace SyncGen.OData.Compact;

/// <summary>Numbers and times in the compact format: most are whole seconds, or have few digits, and are short.</summary>
internal static class CompactNumbers
{
    public const int GuidBytes = 16;

    private const int DecimalBytes = 16;
    private const int ScaleShift = 16;
    private const int ScaleMax = 28;

    /// <summary>A scale and a number; or the 16 bytes, where the number is too large. A zero's sign is kept in the bytes.</summary>
    public static void Write(ref MessagePackWriter writer, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var low = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        var isNegative = bits[3] < 0;
        if (bits[2] == 0 && low <= long.MaxValue && !(isNegative && low == 0))
        {
            writer.Write((bits[3] >> ScaleShift) & 0xFF);
            writer.Write(isNegative ? -(long)low : (long)low);
            return;
        }

        Span<byte> bytes = stackalloc byte[DecimalBytes];
        for (var i = 0; i < bits.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes[(i * sizeof(int))..], bits[i]);
        }

        CompactValues.WriteBinary(ref writer, bytes);
    }

    public static decimal ReadDecimal(ref MessagePackReader reader)
    {
        if (reader.NextMessagePackType != MessagePackType.Binary)
        {
            var scale = reader.ReadInt32();
            var number = reader.ReadInt64();
            return scale is >= 0 and <= ScaleMax && number != long.MinValue
                ? new decimal((int)Math.Abs(number), (int)(Math.Abs(number) >> 32), 0, number < 0, (byte)scale)
                : throw Malformed.Of("A decimal number cannot be.");
        }

        var bytes = ReadBytes(ref reader, DecimalBytes);
        Span<int> bits = stackalloc int[4];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(i * sizeof(int)));
        }

        return new decimal(bits);
    }

    /// <summary>Whole seconds as a number, and else the ticks as bytes.</summary>
    public static void WriteTicks(ref MessagePackWriter writer, long ticks)
    {
        if (ticks % TimeSpan.TicksPerSecond == 0)
        {
            writer.Write(ticks / TimeSpan.TicksPerSecond);
            return;
        }

        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ticks);
        CompactValues.WriteBinary(ref writer, bytes);
    }

    public static long ReadTicks(ref MessagePackReader reader) => reader.NextMessagePackType == MessagePackType.Binary
        ? BinaryPrimitives.ReadInt64BigEndian(ReadBytes(ref reader, sizeof(long)))
        : checked(reader.ReadInt64() * TimeSpan.TicksPerSecond);

    public static byte[] ReadBytes(ref MessagePackReader reader, int length)
    {
        var bytes = reader.ReadBytes()?.ToArray() ?? throw Malformed.Of("Bytes are null that may not be.");
        return bytes.Length == length ? bytes : throw Malformed.Of($"There are {bytes.Length} bytes where {length} belong.");
    }
}
