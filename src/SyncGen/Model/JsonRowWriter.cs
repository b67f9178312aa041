using System.Globalization;
using System.Text;

namespace SyncGen.Model;

/// <summary>
/// Writes a row as one JSON object. As a key, values that are equal but look different (1.0 and 1.00, a time with and
/// without its kind) are written alike.
/// </summary>
internal sealed class JsonRowWriter(IReadOnlyList<SyncColumn> columns, bool isKey) : RowWriter
{
    // A division by one with 28 digits takes the zeros away that do not count.
    private const decimal OneWithAllDigits = 1.0000000000000000000000000000m;

    private readonly StringBuilder _text = new("{");
    private int _next;

    public string Finish() => _text.Append('}').ToString();

    /// <summary>Leaves a column out.</summary>
    public void Skip(int ordinal) => Take(ordinal);

    public override void SetNull(int ordinal) => Plain(ordinal, "null");

    public override void SetBoolean(int ordinal, bool value) => Plain(ordinal, value ? "true" : "false");

    public override void SetByte(int ordinal, byte value) => Number(ordinal, value, null);

    public override void SetSByte(int ordinal, sbyte value) => Number(ordinal, value, null);

    public override void SetInt16(int ordinal, short value) => Number(ordinal, value, null);

    public override void SetUInt16(int ordinal, ushort value) => Number(ordinal, value, null);

    public override void SetInt32(int ordinal, int value) => Number(ordinal, value, null);

    public override void SetUInt32(int ordinal, uint value) => Number(ordinal, value, null);

    public override void SetInt64(int ordinal, long value) => Number(ordinal, value, null);

    public override void SetUInt64(int ordinal, ulong value) => Number(ordinal, value, null);

    public override void SetSingle(int ordinal, float value)
    {
        if (float.IsFinite(value))
        {
            Number(ordinal, isKey && value == 0 ? 0 : value, "R");
        }
        else
        {
            SetString(ordinal, NotFinite(value));
        }
    }

    public override void SetDouble(int ordinal, double value)
    {
        if (double.IsFinite(value))
        {
            Number(ordinal, isKey && value == 0 ? 0 : value, "R");
        }
        else
        {
            SetString(ordinal, NotFinite(value));
        }
    }

    public override void SetDecimal(int ordinal, decimal value) =>
        Number(ordinal, !isKey ? value : value == 0 ? 0 : value / OneWithAllDigits, null);

    public override void SetString(int ordinal, string value)
    {
        Name(ordinal);
        JsonText.Append(_text, value);
    }

    public override void SetChar(int ordinal, char value) => SetString(ordinal, value.ToString());

    public override void SetDateTime(int ordinal, DateTime value)
    {
        var kind = isKey ? DateTimeKind.Unspecified : value.Kind;
        var text = value.ToString(JsonFormats.DateTime, CultureInfo.InvariantCulture);
        SetString(ordinal, kind switch { DateTimeKind.Utc => text + JsonFormats.Utc, DateTimeKind.Local => text + JsonFormats.Local, _ => text });
    }

    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value) =>
        SetString(ordinal, (isKey ? value.ToUniversalTime() : value).ToString(JsonFormats.DateTimeOffset, CultureInfo.InvariantCulture));

    public override void SetDateOnly(int ordinal, DateOnly value) =>
        SetString(ordinal, value.ToString(JsonFormats.DateOnly, CultureInfo.InvariantCulture));

    public override void SetTimeOnly(int ordinal, TimeOnly value) =>
        SetString(ordinal, value.ToString(JsonFormats.TimeOnly, CultureInfo.InvariantCulture));

    public override void SetTimeSpan(int ordinal, TimeSpan value) =>
        SetString(ordinal, value.ToString(JsonFormats.TimeSpan, CultureInfo.InvariantCulture));

    public override void SetGuid(int ordinal, Guid value) => SetString(ordinal, value.ToString(JsonFormats.Guid));

    public override void SetBinary(int ordinal, byte[] value) => SetString(ordinal, Convert.ToBase64String(value));

    private static string NotFinite(double value) =>
        double.IsNaN(value) ? JsonFormats.NaN : value > 0 ? JsonFormats.Infinity : JsonFormats.NegativeInfinity;

    private void Number<TValue>(int ordinal, TValue value, string? format)
        where TValue : IFormattable =>
        Plain(ordinal, value.ToString(format, CultureInfo.InvariantCulture));

    private void Plain(int ordinal, string json)
    {
        Name(ordinal);
        _text.Append(json);
    }

    private void Take(int ordinal)
    {
        if (ordinal != _next++)
        {
            throw new InvalidOperationException($"Column {_next - 1} comes next, not {ordinal}: a codec writes the columns in their order.");
        }
    }

    private void Name(int ordinal)
    {
        Take(ordinal);
        if (_text.Length > 1)
        {
            _text.Append(',');
        }

        JsonText.Append(_text, columns[ordinal].Name);
        _text.Append(':');
    }
}
