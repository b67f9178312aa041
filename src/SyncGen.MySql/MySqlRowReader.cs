using System.Globalization;
using SyncGen.Model;

namespace SyncGen.MySql;

/// <summary>Reads the fields of a row that was fetched. A column's type may be another than the model's: what is not the same value is an error.</summary>
internal sealed class MySqlRowReader(SyncTable? table) : RowReader
{
    private ReadOnlyMemory<MySqlValue> _row;

    /// <summary>How many bytes of values were read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Goes to a row.</summary>
    public void MoveTo(ReadOnlyMemory<MySqlValue> row) => _row = row;

    public override bool IsNull(int ordinal) => _row.Span[ordinal].IsNull;

    public override bool GetBoolean(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            MySqlValueKind.Boolean => value.AsBoolean,
            MySqlValueKind.Integer when value.AsInteger is 0 or 1 => value.AsInteger != 0,
            MySqlValueKind.Text when bool.TryParse(value.AsText, out var parsed) => parsed,
            _ => throw Unreadable(ordinal, "true or false"),
        };
    }

    public override byte GetByte(int ordinal) => (byte)Integer(ordinal, byte.MinValue, byte.MaxValue);

    public override sbyte GetSByte(int ordinal) => (sbyte)Integer(ordinal, sbyte.MinValue, sbyte.MaxValue);

    public override short GetInt16(int ordinal) => (short)Integer(ordinal, short.MinValue, short.MaxValue);

    public override ushort GetUInt16(int ordinal) => (ushort)Integer(ordinal, ushort.MinValue, ushort.MaxValue);

    public override int GetInt32(int ordinal) => (int)Integer(ordinal, int.MinValue, int.MaxValue);

    public override uint GetUInt32(int ordinal) => (uint)Integer(ordinal, uint.MinValue, uint.MaxValue);

    public override long GetInt64(int ordinal) => (long)Integer(ordinal, long.MinValue, long.MaxValue);

    public override ulong GetUInt64(int ordinal) => (ulong)Integer(ordinal, ulong.MinValue, ulong.MaxValue);

    public override float GetSingle(int ordinal)
    {
        var value = GetDouble(ordinal);
        var narrow = (float)value;
        return float.IsFinite(narrow) || !double.IsFinite(value) ? narrow : throw Unreadable(ordinal, "a number of single precision");
    }

    public override double GetDouble(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            MySqlValueKind.Real => value.AsReal,
            MySqlValueKind.Integer => value.AsInteger,
            MySqlValueKind.Number => (double)value.AsNumber,
            MySqlValueKind.Text when double.TryParse(value.AsText, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => throw Unreadable(ordinal, "a number"),
        };
    }

    public override decimal GetDecimal(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        switch (value.Kind)
        {
            case MySqlValueKind.Number:
                return value.AsNumber;
            case MySqlValueKind.Integer:
                return value.AsInteger;
            case MySqlValueKind.Real when Math.Abs(value.AsReal) < (double)decimal.MaxValue:
                return (decimal)value.AsReal;
            case MySqlValueKind.Text when decimal.TryParse(value.AsText, NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed):
                return parsed;
            default:
                throw Unreadable(ordinal, "a decimal");
        }
    }

    public override string GetString(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            MySqlValueKind.Text => value.AsText,
            MySqlValueKind.Integer => value.AsInteger.ToString(CultureInfo.InvariantCulture),
            MySqlValueKind.Number => value.AsNumber.ToString(CultureInfo.InvariantCulture),
            MySqlValueKind.Guid => value.AsGuid.ToString(),
            _ => throw Unreadable(ordinal, "text"),
        };
    }

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

    public override DateTime GetDateTime(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            MySqlValueKind.DateTime => value.AsDateTime,
            MySqlValueKind.Moment => DateTime.SpecifyKind(value.AsMoment.UtcDateTime, DateTimeKind.Unspecified),
            MySqlValueKind.Date => value.AsDate.ToDateTime(TimeOnly.MinValue),
            _ => throw Unreadable(ordinal, "a date and a time"),
        };
    }

    public override DateTimeOffset GetDateTimeOffset(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            MySqlValueKind.Moment => value.AsMoment,
            MySqlValueKind.DateTime => new DateTimeOffset(value.AsDateTime, TimeSpan.Zero),
            _ => throw Unreadable(ordinal, "a date and a time"),
        };
    }

    public override DateOnly GetDateOnly(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            MySqlValueKind.Date => value.AsDate,
            MySqlValueKind.DateTime when value.AsDateTime.TimeOfDay == TimeSpan.Zero => DateOnly.FromDateTime(value.AsDateTime),
            _ => throw Unreadable(ordinal, "a date"),
        };
    }

    public override TimeOnly GetTimeOnly(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            MySqlValueKind.Time => value.AsTime,
            MySqlValueKind.Interval when value.AsInterval >= TimeSpan.Zero && value.AsInterval < TimeSpan.FromDays(1) => TimeOnly.FromTimeSpan(value.AsInterval),
            _ => throw Unreadable(ordinal, "a time of day"),
        };
    }

    public override TimeSpan GetTimeSpan(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            MySqlValueKind.Interval => value.AsInterval,
            MySqlValueKind.Time => value.AsTime.ToTimeSpan(),
            _ => throw Unreadable(ordinal, "a length of time"),
        };
    }

    public override Guid GetGuid(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind switch
        {
            MySqlValueKind.Guid => value.AsGuid,
            MySqlValueKind.Text when Guid.TryParse(value.AsText, out var parsed) => parsed,
            MySqlValueKind.Binary when value.AsBinary.Length == 16 => new Guid(value.AsBinary, bigEndian: true),
            _ => throw Unreadable(ordinal, "a UUID"),
        };
    }

    public override byte[] GetBinary(int ordinal)
    {
        ref readonly var value = ref Value(ordinal);
        return value.Kind == MySqlValueKind.Binary ? value.AsBinary : throw Unreadable(ordinal, "bytes");
    }

    private Int128 Integer(int ordinal, Int128 least, Int128 greatest)
    {
        ref readonly var value = ref Value(ordinal);
        var number = value.Kind switch
        {
            MySqlValueKind.Integer => value.AsInteger,
            MySqlValueKind.Boolean => value.AsBoolean ? 1 : 0,
            MySqlValueKind.Number when decimal.Truncate(value.AsNumber) == value.AsNumber => (Int128)value.AsNumber,
            MySqlValueKind.Text when Int128.TryParse(value.AsText, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => throw Unreadable(ordinal, "an integer"),
        };
        return number >= least && number <= greatest ? number : throw Unreadable(ordinal, $"an integer from {least} to {greatest}");
    }

    private ref readonly MySqlValue Value(int ordinal)
    {
        ref readonly var value = ref _row.Span[ordinal];
        BytesRead += value.Size;
        return ref value;
    }

    private SyncException Unreadable(int ordinal, string what)
    {
        ref readonly var value = ref _row.Span[ordinal];
        var holds = value.Kind == MySqlValueKind.Unreadable ? value.AsText : value.Kind switch
        {
            MySqlValueKind.Null => "NULL",
            MySqlValueKind.Binary => "bytes",
            MySqlValueKind.Text => "text",
            MySqlValueKind.Integer or MySqlValueKind.Number or MySqlValueKind.Real => "a number",
            _ => $"a value of another kind ({value.Kind})",
        };
        return new SyncException(SyncErrorCode.UnreadableValue,
            $"Column {MySqlText.ColumnName(table, ordinal)} should hold {what}, but a row holds {holds} that cannot be read so. Correct the row.");
    }
}
