using SyncGen.Model;

namespace SyncGen.MySql;

/// <summary>Takes the values of a statement's parameters; what becomes of them is decided when it is known what the database expects.</summary>
/// <param name="values">Takes the values, by ordinal.</param>
internal sealed class MySqlRowWriter(MySqlValue[] values) : RowWriter
{
    public override void SetNull(int ordinal) => Set(ordinal, MySqlValue.Null);

    public override void SetBoolean(int ordinal, bool value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetByte(int ordinal, byte value) => Set(ordinal, MySqlValue.Of((long)value));

    public override void SetSByte(int ordinal, sbyte value) => Set(ordinal, MySqlValue.Of((long)value));

    public override void SetInt16(int ordinal, short value) => Set(ordinal, MySqlValue.Of((long)value));

    public override void SetUInt16(int ordinal, ushort value) => Set(ordinal, MySqlValue.Of((long)value));

    public override void SetInt32(int ordinal, int value) => Set(ordinal, MySqlValue.Of((long)value));

    public override void SetUInt32(int ordinal, uint value) => Set(ordinal, MySqlValue.Of((long)value));

    public override void SetInt64(int ordinal, long value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetUInt64(int ordinal, ulong value) =>
        Set(ordinal, value <= long.MaxValue ? MySqlValue.Of((long)value) : MySqlValue.Of((decimal)value));

    public override void SetSingle(int ordinal, float value) => Set(ordinal, MySqlValue.Of((double)value));

    public override void SetDouble(int ordinal, double value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetDecimal(int ordinal, decimal value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetString(int ordinal, string value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetChar(int ordinal, char value) => Set(ordinal, MySqlValue.Of(value.ToString()));

    public override void SetDateTime(int ordinal, DateTime value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetDateOnly(int ordinal, DateOnly value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetTimeOnly(int ordinal, TimeOnly value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetTimeSpan(int ordinal, TimeSpan value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetGuid(int ordinal, Guid value) => Set(ordinal, MySqlValue.Of(value));

    public override void SetBinary(int ordinal, byte[] value) => Set(ordinal, MySqlValue.Of(value));

    private void Set(int ordinal, MySqlValue value)
    {
        // What the database computes has no parameter: it is read, never written.
        if (ordinal < values.Length)
        {
            values[ordinal] = value;
        }
    }
}
