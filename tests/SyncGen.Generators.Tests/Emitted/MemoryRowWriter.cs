using SyncGen.Model;

namespace SyncGen.Generators.Tests.Emitted;

/// <summary>Takes a row as values; ordinals must come from 0 up, once each.</summary>
internal sealed class MemoryRowWriter : RowWriter
{
    private readonly List<object?> _values = [];

    public IReadOnlyList<object?> Values => _values;

    public override void SetNull(int ordinal) => Set(ordinal, null);

    public override void SetBoolean(int ordinal, bool value) => Set(ordinal, value);

    public override void SetByte(int ordinal, byte value) => Set(ordinal, value);

    public override void SetSByte(int ordinal, sbyte value) => Set(ordinal, value);

    public override void SetInt16(int ordinal, short value) => Set(ordinal, value);

    public override void SetUInt16(int ordinal, ushort value) => Set(ordinal, value);

    public override void SetInt32(int ordinal, int value) => Set(ordinal, value);

    public override void SetUInt32(int ordinal, uint value) => Set(ordinal, value);

    public override void SetInt64(int ordinal, long value) => Set(ordinal, value);

    public override void SetUInt64(int ordinal, ulong value) => Set(ordinal, value);

    public override void SetSingle(int ordinal, float value) => Set(ordinal, value);

    public override void SetDouble(int ordinal, double value) => Set(ordinal, value);

    public override void SetDecimal(int ordinal, decimal value) => Set(ordinal, value);

    public override void SetString(int ordinal, string value) => Set(ordinal, value);

    public override void SetChar(int ordinal, char value) => Set(ordinal, value);

    public override void SetDateTime(int ordinal, DateTime value) => Set(ordinal, value);

    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value) => Set(ordinal, value);

    public override void SetDateOnly(int ordinal, DateOnly value) => Set(ordinal, value);

    public override void SetTimeOnly(int ordinal, TimeOnly value) => Set(ordinal, value);

    public override void SetTimeSpan(int ordinal, TimeSpan value) => Set(ordinal, value);

    public override void SetGuid(int ordinal, Guid value) => Set(ordinal, value);

    public override void SetBinary(int ordinal, byte[] value) => Set(ordinal, value);

    private void Set(int ordinal, object? value)
    {
        Assert.Equal(_values.Count, ordinal);
        _values.Add(value);
    }
}
