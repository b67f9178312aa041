namespace SyncGen.Versions;

/// <summary>Numbers from 0 to <see cref="long.MaxValue"/> in groups of seven bits, the lowest first.</summary>
internal static class Varint
{
    private const int BitsMax = 63;

    public static void Write(List<byte> target, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value >= 0x80; value >>= 7)
        {
            target.Add((byte)(value | 0x80));
        }

        target.Add((byte)value);
    }

    /// <summary>Reads a number and moves on; false if it is cut off, too large, or not in its shortest form.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> source, out long value)
    {
        value = 0;
        for (int shift = 0, i = 0; shift < BitsMax && i < source.Length; shift += 7, i++)
        {
            value |= (long)(source[i] & 0x7f) << shift;
            if (source[i] < 0x80)
            {
                var isShortest = source[i] != 0 || i == 0;
                source = source[(i + 1)..];
                return isShortest;
            }
        }

        return false;
    }
}
