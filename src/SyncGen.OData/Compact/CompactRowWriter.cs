using System.Buffers;
using MessagePack;
using SyncGen.Model;

namespace SyncGen.OData.Compact;

/// <summary>Writes rows column by column: like stands beside like, which packs better and names each column once.</summary>
internal sealed class CompactRowWriter(int columns) : RowWriter
{
    private readonly ArrayBufferWriter<byte>[] _columns = [.. Enumerable.Range(0, columns).Select(_ => new ArrayBufferWriter<byte>())];

    public ReadOnlySpan<byte> Column(int ordinal) => _columns[ordinal].WrittenSpan;

    public override void SetNull(int ordinal)
    {
        var writer = At(ordinal);
        writer.WriteNil();
        writer.Flush();
    }

    public override void SetBoolean(int ordinal, bool value)
    {
        var writer = At(ordinal);
        writer.Write(value);
        writer.Flush();
    }

    public override void SetByte(int ordinal, byte value) => SetInt64(ordinal, value);

    public override void SetSByte(int ordinal, sbyte value) => SetInt64(ordinal, value);

    public override void SetInt16(int ordinal, short value) => SetInt64(ordinal, value);

    public override void SetUInt16(int ordinal, ushort value) => SetInt64(ordinal, value);

    public override void SetInt32(int ordinal, int value) => SetInt64(ordinal, value);

    public override void SetUInt32(int ordinal, uint value) => SetInt64(ordinal, value);

    public override void SetInt64(int ordinal, long value)
    {
        var writer = At(ordinal);
        writer.Write(value);
        writer.Flush();
    }

    public override void SetUInt64(int ordinal, ulong value)
    {
        var writer = At(ordinal);
        writer.Write(value);
        writer.Flush();
    }

    public override void SetSingle(int ordinal, float value)
    {
        var writer = At(ordinal);
        writer.Write(value);
        writer.Flush();
    }

    public override void SetDouble(int ordinal, double value)
    {
        var writer = At(ordinal);
        writer.Write(value);
        writer.Flush();
    }

    public override void SetDecimal(int ordinal, decimal value)
    {
        var writer = At(ordinal);
        CompactNumbers.Write(ref writer, value);
        writer.Flush();
    }

    public override void SetString(int ordinal, string value)
    {
        var writer = At(ordinal);
        CompactText.Write(ref writer, value);
        writer.Flush();
    }

    public override void SetChar(int ordinal, char value) => SetInt64(ordinal, value);

    public override void SetDateTime(int ordinal, DateTime value)
    {
        var writer = At(ordinal);
        CompactNumbers.WriteTicks(ref writer, value.Ticks);
        writer.Flush();
    }

    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value)
    {
        var writer = At(ordinal);
        CompactNumbers.WriteTicks(ref writer, value.Ticks);
        writer.Write(value.TotalOffsetMinutes);
        writer.Flush();
    }

    public override void SetDateOnly(int ordinal, DateOnly value) => SetInt64(ordinal, value.DayNumber);

    public override void SetTimeOnly(int ordinal, TimeOnly value) => SetTimeSpan(ordinal, value.ToTimeSpan());

    public override void SetTimeSpan(int ordinal, TimeSpan value)
    {
        var writer = At(ordinal);
        CompactNumbers.WriteTicks(ref writer, value.Ticks);
        writer.Flush();
    }

    public override void SetGuid(int ordinal, Guid value)
    {
        Span<byte> bytes = stackalloc byte[CompactNumbers.GuidBytes];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        var writer = At(ordinal);
        CompactValues.WriteBinary(ref writer, bytes);
        writer.Flush();
    }

    public override void SetBinary(int ordinal, byte[] value)
    {
        var writer = At(ordinal);
        writer.Write(value.AsSpan());
        writer.Flush();
    }

    private MessagePackWriter At(int ordinal) => new(_columns[ordinal]);
}
