using System.Buffers;
using MessagePack;
using SyncGen.Model;
using SyncGen.OData.Feeds;

namespace SyncGen.OData.Compact;

/// <summary>Reads rows that were written column by column.</summary>
internal sealed class CompactRowReader(SyncTable table, ReadOnlyMemory<byte>[] columns, FeedLimits? limits) : RowReader
{
    private readonly int[] _at = new int[columns.Length];
    private readonly int[] _next = new int[columns.Length];

    private delegate TValue Read<TValue>(ref MessagePackReader reader);

    /// <summary>Goes on behind the values of a row, of which those of the first columns were there.</summary>
    public void Advance(int count)
    {
        var bytes = 0L;
        for (var i = 0; i < count; i++)
        {
            bytes += _next[i] - _at[i];
            _at[i] = _next[i] > _at[i] ? _next[i] : throw Malformed.Of("A row has a value that nothing reads.");
        }

        if (bytes > limits?.EntryBytesMax)
        {
            throw Malformed.TooLarge($"A row of {table.Name} has more than {limits.EntryBytesMax} bytes.");
        }
    }

    /// <summary>Whether all columns are read to their ends.</summary>
    public bool IsAtEnd => !columns.Where((column, i) => _at[i] != column.Length).Any();

    public override bool IsNull(int ordinal)
    {
        var reader = new MessagePackReader(columns[ordinal][_at[ordinal]..]);
        if (!reader.TryReadNil())
        {
            return false;
        }

        _next[ordinal] = _at[ordinal] + (int)reader.Consumed;
        return true;
    }

    public override bool GetBoolean(int ordinal) => Get(ordinal, static (ref MessagePackReader reader) => reader.ReadBoolean());

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override sbyte GetSByte(int ordinal) => checked((sbyte)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override ushort GetUInt16(int ordinal) => checked((ushort)GetInt64(ordinal));

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override uint GetUInt32(int ordinal) => checked((uint)GetInt64(ordinal));

    public override long GetInt64(int ordinal) => Get(ordinal, static (ref MessagePackReader reader) => reader.ReadInt64());

    public override ulong GetUInt64(int ordinal) => Get(ordinal, static (ref MessagePackReader reader) => reader.ReadUInt64());

    public override float GetSingle(int ordinal) => Get(ordinal, static (ref MessagePackReader reader) => reader.ReadSingle());

    public override double GetDouble(int ordinal) => Get(ordinal, static (ref MessagePackReader reader) => reader.ReadDouble());

    public override decimal GetDecimal(int ordinal) => Get(ordinal, CompactNumbers.ReadDecimal);

    public override string GetString(int ordinal)
    {
        var text = Get(ordinal, CompactText.Read);
        return limits?.RequireText(text, table.Columns[ordinal].Property) ?? text;
    }

    public override char GetChar(int ordinal) => checked((char)GetInt64(ordinal));

    public override DateTime GetDateTime(int ordinal) => new(Get(ordinal, CompactNumbers.ReadTicks));

    public override DateTimeOffset GetDateTimeOffset(int ordinal) => Get(ordinal, static (ref MessagePackReader reader) =>
        new DateTimeOffset(CompactNumbers.ReadTicks(ref reader), TimeSpan.FromMinutes(reader.ReadInt16())));

    public override DateOnly GetDateOnly(int ordinal) => DateOnly.FromDayNumber(GetInt32(ordinal));

    public override TimeOnly GetTimeOnly(int ordinal) => new(Get(ordinal, CompactNumbers.ReadTicks));

    public override TimeSpan GetTimeSpan(int ordinal) => new(Get(ordinal, CompactNumbers.ReadTicks));

    public override Guid GetGuid(int ordinal) => new(Get(ordinal, static (ref MessagePackReader reader) => CompactNumbers.ReadBytes(ref reader, CompactNumbers.GuidBytes)), bigEndian: true);

    public override byte[] GetBinary(int ordinal) =>
        Get(ordinal, static (ref MessagePackReader reader) => reader.ReadBytes()?.ToArray() ?? throw Malformed.Of("Bytes are null that may not be."));

    private TValue Get<TValue>(int ordinal, Read<TValue> read)
    {
        var reader = new MessagePackReader(columns[ordinal][_at[ordinal]..]);
        var value = read(ref reader);
        _next[ordinal] = _at[ordinal] + (int)reader.Consumed;
        return value;
    }
}
