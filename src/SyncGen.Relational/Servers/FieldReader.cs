using System.Globalization;
using SyncGen.Model;

namespace SyncGen.Relational.Servers;

/// <summary>Reads the fields of a row that was fetched. A column's type may be another than the model's: what is not the same value is an error.</summary>
/// <param name="table">The table whose columns the first fields are; null if none.</param>
/// <param name="form">In which form the database holds values for which it has no type.</param>
public sealed class FieldReader(SyncTable? table, FieldForm form = default) : RowReader
{
    private ReadOnlyMemory<FieldValue> _row;

    /// <summary>How many bytes of values were read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Goes to a row.</summary>
    public void MoveTo(ReadOnlyMemory<FieldValue> row) => _row = row;

    /// <inheritdoc/>
    public override bool IsNull(int ordinal) => _row.Span[ordinal].IsNull;

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            FieldKind.Boolean => value.AsBoolean,
            FieldKind.Integer when value.AsInteger is 0 or 1 => value.AsInteger != 0,
            FieldKind.Text when bool.TryParse(value.AsText, out var parsed) => parsed,
            _ => throw Unreadable(ordinal, "true or false"),
        };
    }

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => (byte)Integer(ordinal, byte.MinValue, byte.MaxValue);

    /// <inheritdoc/>
    public override sbyte GetSByte(int ordinal) => (sbyte)Integer(ordinal, sbyte.MinValue, sbyte.MaxValue);

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => (short)Integer(ordinal, short.MinValue, short.MaxValue);

    /// <inheritdoc/>
    public override ushort GetUInt16(int ordinal) => (ushort)Integer(ordinal, ushort.MinValue, ushort.MaxValue);

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => (int)Integer(ordinal, int.MinValue, int.MaxValue);

    /// <inheritdoc/>
    public override uint GetUInt32(int ordinal) => (uint)Integer(ordinal, uint.MinValue, uint.MaxValue);

    /// <inheritdoc/>
    public override long GetInt64(int ordinal) => (long)Integer(ordinal, long.MinValue, long.MaxValue);

    /// <inheritdoc/>
    public override ulong GetUInt64(int ordinal) => (ulong)Integer(ordinal, ulong.MinValue, ulong.MaxValue);

    /// <inheritdoc/>
    public override float GetSingle(int ordinal)
    {
        var value = GetDouble(ordinal);
        var narrow = (float)value;
        return float.IsFinite(narrow) || !double.IsFinite(value) ? narrow : throw Unreadable(ordinal, "a number of single precision");
    }

    /// <inheritdoc/>
    public override double GetDouble(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            FieldKind.Real => value.AsReal,
            FieldKind.Integer => value.AsInteger,
            FieldKind.Number => (double)value.AsNumber,
            FieldKind.Text when double.TryParse(value.AsText, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => throw Unreadable(ordinal, "a number"),
        };
    }

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        switch (value.Kind)
        {
            case FieldKind.Number:
                return value.AsNumber;
            case FieldKind.Integer:
                return value.AsInteger;
            case FieldKind.Real when Math.Abs(value.AsReal) < (double)decimal.MaxValue:
                return (decimal)value.AsReal;
            case FieldKind.Text when decimal.TryParse(value.AsText, NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed):
                return parsed;
            default:
                throw Unreadable(ordinal, "a decimal");
        }
    }

    /// <inheritdoc/>
    public override string GetString(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            FieldKind.Text => value.AsText,
            FieldKind.Integer => value.AsInteger.ToString(CultureInfo.InvariantCulture),
            FieldKind.Number => value.AsNumber.ToString(CultureInfo.InvariantCulture),
            FieldKind.Guid => value.AsGuid.ToString(),
            _ => throw Unreadable(ordinal, "text"),
        };
    }

    /// <inheritdoc/>
    public override char GetChar(int ordinal)
    {
        var text = GetString(ordinal);
        return text.Length switch
        {
            1 => text[0],
            // A column of type char(1) takes a blank for nothing.
            0 => ' ',
            _ => throw Unreadable(ordinal, "one character"),
        };
    }

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            FieldKind.DateTime => value.AsDateTime,
            FieldKind.Moment => DateTime.SpecifyKind(value.AsMoment.UtcDateTime, DateTimeKind.Unspecified),
            FieldKind.Date => value.AsDate.ToDateTime(TimeOnly.MinValue),
            _ => throw Unreadable(ordinal, "a date and a time"),
        };
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetDateTimeOffset(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            FieldKind.Moment => value.AsMoment,
            FieldKind.DateTime => new DateTimeOffset(value.AsDateTime, TimeSpan.Zero),
            _ => throw Unreadable(ordinal, "a date and a time"),
        };
    }

    /// <inheritdoc/>
    public override DateOnly GetDateOnly(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            FieldKind.Date => value.AsDate,
            FieldKind.DateTime when value.AsDateTime.TimeOfDay == TimeSpan.Zero => DateOnly.FromDateTime(value.AsDateTime),
            _ => throw Unreadable(ordinal, "a date"),
        };
    }

    /// <inheritdoc/>
    public override TimeOnly GetTimeOnly(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            FieldKind.Time => value.AsTime,
            FieldKind.Interval when value.AsInterval >= TimeSpan.Zero && value.AsInterval < TimeSpan.FromDays(1) => TimeOnly.FromTimeSpan(value.AsInterval),
            _ => throw Unreadable(ordinal, "a time of day"),
        };
    }

    /// <inheritdoc/>
    public override TimeSpan GetTimeSpan(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            FieldKind.Interval => value.AsInterval,
            FieldKind.Time => value.AsTime.ToTimeSpan(),
            FieldKind.Integer when form.AreSpansTicks => new TimeSpan(value.AsInteger),
            _ => throw Unreadable(ordinal, "a length of time"),
        };
    }

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            FieldKind.Guid => value.AsGuid,
            FieldKind.Text when Guid.TryParse(value.AsText, out var parsed) => parsed,
            FieldKind.Binary when value.AsBinary.Length == 16 => new Guid(value.AsBinary, form.AreGuidsBigEndian),
            _ => throw Unreadable(ordinal, "a UUID"),
        };
    }

    /// <inheritdoc/>
    public override byte[] GetBinary(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind == FieldKind.Binary ? value.AsBinary : throw Unreadable(ordinal, "bytes");
    }

    private Int128 Integer(int ordinal, Int128 least, Int128 greatest)
    {
        ref readonly var value = ref Value(ordinal);
        var number = value.Kind switch
        {
            FieldKind.Integer => value.AsInteger,
            FieldKind.Boolean => value.AsBoolean ? 1 : 0,
            FieldKind.Number when decimal.Truncate(value.AsNumber) == value.AsNumber => (Int128)value.AsNumber,
            FieldKind.Text when Int128.TryParse(value.AsText, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => throw Unreadable(ordinal, "an integer"),
        };
        return number >= least && number <= greatest ? number : throw Unreadable(ordinal, $"an integer from {least} to {greatest}");
    }

    private ref readonly FieldValue Value(int ordinal)
    {
        ref readonly var value = ref _row.Span[ordinal];
        BytesRead += value.Size;
        return ref value;
    }

    private SyncException Unreadable(int ordinal, string what)
    {
        ref readonly var value = ref _row.Span[ordinal];
        var holds = value.Kind == FieldKind.Unreadable ? value.AsText : value.Kind switch
        {
            FieldKind.Null => "NULL",
            FieldKind.Binary => "bytes",
            FieldKind.Text => "text",
            FieldKind.Integer or FieldKind.Number or FieldKind.Real => "a number",
            _ => $"a value of another kind ({value.Kind})",
        };
        return new SyncException(SyncErrorCode.UnreadableValue,
            $"Column {ColumnText.ColumnName(table, ordinal)} should hold {what}, but a row holds {holds} that cannot be read so. Correct the row.");
    }
}
