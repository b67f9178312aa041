using SyncGen.Model;

namespace SyncGen.Relational.Servers;

/// <summary>Takes the values of a statement's parameters; what becomes of them is decided when it is known what the database expects.</summary>
/// <param name="values">Takes the values, by ordinal.</param>
public sealed class FieldWriter(FieldValue[] values) : RowWriter
{
    /// <inheritdoc/>
    public override void SetNull(int ordinal) => Set(ordinal, FieldValue.Null);

    /// <inheritdoc/>
    public override void SetBoolean(int ordinal, bool value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetByte(int ordinal, byte value) => Set(ordinal, FieldValue.Of((long)value));

    /// <inheritdoc/>
    public override void SetSByte(int ordinal, sbyte value) => Set(ordinal, FieldValue.Of((long)value));

    /// <inheritdoc/>
    public override void SetInt16(int ordinal, short value) => Set(ordinal, FieldValue.Of((long)value));

    /// <inheritdoc/>
    public override void SetUInt16(int ordinal, ushort value) => Set(ordinal, FieldValue.Of((long)value));

    /// <inheritdoc/>
    public override void SetInt32(int ordinal, int value) => Set(ordinal, FieldValue.Of((long)value));

    /// <inheritdoc/>
    public override void SetUInt32(int ordinal, uint value) => Set(ordinal, FieldValue.Of((long)value));

    /// <inheritdoc/>
    public override void SetInt64(int ordinal, long value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetUInt64(int ordinal, ulong value) =>
        Set(ordinal, value <= long.MaxValue ? FieldValue.Of((long)value) : FieldValue.Of((decimal)value));

    /// <inheritdoc/>
    public override void SetSingle(int ordinal, float value) => Set(ordinal, FieldValue.Of((double)value));

    /// <inheritdoc/>
    public override void SetDouble(int ordinal, double value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetDecimal(int ordinal, decimal value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetString(int ordinal, string value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetChar(int ordinal, char value) => Set(ordinal, FieldValue.Of(value.ToString()));

    /// <inheritdoc/>
    public override void SetDateTime(int ordinal, DateTime value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetDateOnly(int ordinal, DateOnly value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetTimeOnly(int ordinal, TimeOnly value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetTimeSpan(int ordinal, TimeSpan value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetGuid(int ordinal, Guid value) => Set(ordinal, FieldValue.Of(value));

    /// <inheritdoc/>
    public override void SetBinary(int ordinal, byte[] value) => Set(ordinal, FieldValue.Of(value));

    private void Set(int ordinal, FieldValue value)
    {
        // What the database computes has no parameter: it is read, never written.
        if (ordinal < values.Length)
        {
            values[ordinal] = value;
        }
    }
}
