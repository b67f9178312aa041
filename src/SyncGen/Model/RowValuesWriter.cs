namespace SyncGen.Model;

/// <summary>Sets the values of a <see cref="RowValues"/>.</summary>
internal sealed class RowValuesWriter(RowValue[] values) : RowWriter
{
    public override void SetNull(int ordinal) => values[ordinal] = default;

    public override void SetBoolean(int ordinal, bool value) => values[ordinal] = RowValue.Of(value ? 1 : 0);

    public override void SetByte(int ordinal, byte value) => values[ordinal] = RowValue.Of((long)value);

    public override void SetSByte(int ordinal, sbyte value) => values[ordinal] = RowValue.Of((long)value);

    public override void SetInt16(int ordinal, short value) => values[ordinal] = RowValue.Of((long)value);

    public override void SetUInt16(int ordinal, ushort value) => values[ordinal] = RowValue.Of((long)value);

    public override void SetInt32(int ordinal, int value) => values[ordinal] = RowValue.Of((long)value);

    public override void SetUInt32(int ordinal, uint value) => values[ordinal] = RowValue.Of((long)value);

    public override void SetInt64(int ordinal, long value) => values[ordinal] = RowValue.Of(value);

    public override void SetUInt64(int ordinal, ulong value) => values[ordinal] = RowValue.Of(unchecked((long)value));

    public override void SetSingle(int ordinal, float value) => values[ordinal] = RowValue.Of((long)BitConverter.SingleToInt32Bits(value));

    public override void SetDouble(int ordinal, double value) => values[ordinal] = RowValue.Of(BitConverter.DoubleToInt64Bits(value));

    public override void SetDecimal(int ordinal, decimal value) => values[ordinal] = RowValue.Of(value);

    // A class may leave null what its column may not be: then it has no value here either.
    public override void SetString(int ordinal, string value) => values[ordinal] = value is null ? default : RowValue.Of(value);

    public override void SetChar(int ordinal, char value) => values[ordinal] = RowValue.Of((long)value);

    public override void SetDateTime(int ordinal, DateTime value) => values[ordinal] = RowValue.Of(value.Ticks, (long)value.Kind);

    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value) => values[ordinal] = RowValue.Of(value.Ticks, value.Offset.Ticks);

    public override void SetDateOnly(int ordinal, DateOnly value) => values[ordinal] = RowValue.Of((long)value.DayNumber);

    public override void SetTimeOnly(int ordinal, TimeOnly value) => values[ordinal] = RowValue.Of(value.Ticks);

    public override void SetTimeSpan(int ordinal, TimeSpan value) => values[ordinal] = RowValue.Of(value.Ticks);

    public override void SetGuid(int ordinal, Guid value) => values[ordinal] = RowValue.Of(value);

    public override void SetBinary(int ordinal, byte[] value) => values[ordinal] = value is null ? default : RowValue.Of(value);
}
