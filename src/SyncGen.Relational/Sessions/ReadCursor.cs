using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SyncGen.Relational.Sessions;

/// <summary>How far a destination has read within a session.</summary>
/// <param name="Stage">What it is reading.</param>
/// <param name="Watermark">
/// Of a scan and its tombstones: all that changed up to this tick is covered by them. Of a part's changes and evictions: the
/// destination held its part as of this tick.
/// </param>
/// <param name="Position">The last tick that was read; of evictions, the tick up to which changes were read.</param>
/// <param name="Table">Of a scan: the index of the table that is being read. Of evictions: the same, counted from the last.</param>
/// <param name="Key">Of a scan: the key of the last row of it that was read, as JSON. Of evictions: the last move's tick. Empty: none yet.</param>
internal readonly record struct ReadCursor(ReadStage Stage, long Watermark, long Position, int Table, string Key)
{
    private const int HeaderBytes = 21;

    public static ReadCursor At(long tick) => new(ReadStage.Changes, 0, tick, 0, "");

    /// <summary>Changes of a part, which the destination holds as of a tick.</summary>
    public static ReadCursor OfPart(long heldAt, long tick) => new(ReadStage.Changes, heldAt, tick, 0, "");

    /// <summary>Evictions from a part, which the destination holds as of a tick.</summary>
    public static ReadCursor Evictions(long heldAt, long to) => new(ReadStage.Evictions, heldAt, to, 0, "");

    /// <summary>
    /// Where a session that broke off goes on. Evictions are read again from their start, after what has changed since: to remove
    /// a row once more does no harm.
    /// </summary>
    public ReadCursor Resumed() => Stage == ReadStage.Evictions ? OfPart(Watermark, Position) : this;

    /// <summary>The tick up to which who has this cursor misses nothing of what went before.</summary>
    public long Covered => Stage is ReadStage.Scan or ReadStage.Tombstones ? Watermark : Position;

    public static ReadCursor Scan(long watermark, int table, string key) => new(ReadStage.Scan, watermark, 0, table, key);

    public static ReadCursor Tombstones(long watermark, long tick) => new(ReadStage.Tombstones, watermark, tick, 0, "");

    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderBytes + Encoding.UTF8.GetByteCount(Key)];
        bytes[0] = (byte)Stage;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), Watermark);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(9), Position);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(17), Table);
        Encoding.UTF8.GetBytes(Key, bytes.AsSpan(HeaderBytes));
        return bytes;
    }

    /// <exception cref="SyncException">The bytes are none that <see cref="ToBytes"/> wrote.</exception>
    public static ReadCursor Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || !Enum.IsDefined((ReadStage)bytes[0]))
        {
            throw Malformed();
        }

        var cursor = new ReadCursor(
            (ReadStage)bytes[0],
            BinaryPrimitives.ReadInt64BigEndian(bytes[1..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[9..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[17..]),
            Encoding.UTF8.GetString(bytes[HeaderBytes..]));
        return cursor is { Watermark: >= 0, Position: >= 0, Table: >= 0 } && cursor.HasKeyOfItsStage ? cursor : throw Malformed();
    }

    private bool HasKeyOfItsStage =>
        Stage == ReadStage.Scan || Key.Length == 0 || Stage == ReadStage.Evictions && long.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static SyncException Malformed() => new(
        SyncErrorCode.MalformedData, "The partner sent a cursor that this store did not make. Synchronise it from the beginning.");
}
