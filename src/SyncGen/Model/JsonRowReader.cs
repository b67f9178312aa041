using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SyncGen.Model;

/// <summary>Reads what <see cref="JsonRowWriter"/> wrote. Keeps one small entry per column, and copies values only when asked for.</summary>
internal sealed class JsonRowReader : RowReader
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    private readonly SyncTable _table;
    private readonly int _count;
    private readonly byte[] _json;
    private readonly JsonField[] _fields;

    public JsonRowReader(SyncTable table, int count, string json)
    {
        _table = table;
        _count = count;
        _fields = new JsonField[count];
        try
        {
            _json = s_strict.GetBytes(json);
            ReadFields();
        }
        catch (Exception error) when (error is JsonException or EncoderFallbackException)
        {
            throw new SyncException(SyncErrorCode.MalformedData, $"A row of {table.Name} was kept as JSON that is malformed: {error.Message}", error);
        }
    }

    /// <summary>Whether a column is there, be it null.</summary>
    public bool Has(int ordinal) => _fields[ordinal].Token != JsonTokenType.None;

    public override bool IsNull(int ordinal) => _fields[ordinal].Token is JsonTokenType.Null or JsonTokenType.None;

    public override bool GetBoolean(int ordinal) => _fields[ordinal].Token switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Malformed(ordinal),
    };

    public override byte GetByte(int ordinal) => Integer<byte>(ordinal);

    public override sbyte GetSByte(int ordinal) => Integer<sbyte>(ordinal);

    public override short GetInt16(int ordinal) => Integer<short>(ordinal);

    public override ushort GetUInt16(int ordinal) => Integer<ushort>(ordinal);

    public override int GetInt32(int ordinal) => Integer<int>(ordinal);

    public override uint GetUInt32(int ordinal) => Integer<uint>(ordinal);

    public override long GetInt64(int ordinal) => Integer<long>(ordinal);

    public override ulong GetUInt64(int ordinal) => Integer<ulong>(ordinal);

    public override float GetSingle(int ordinal)
    {
        if (_fields[ordinal].Token == JsonTokenType.String)
        {
            return (float)NotFinite(ordinal);
        }

        return float.TryParse(Raw(ordinal, JsonTokenType.Number), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && float.IsFinite(value) ? value : throw Malformed(ordinal);
    }

    public override double GetDouble(int ordinal)
    {
        if (_fields[ordinal].Token == JsonTokenType.String)
        {
            return NotFinite(ordinal);
        }

        return double.TryParse(Raw(ordinal, JsonTokenType.Number), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : throw Malformed(ordinal);
    }

    public override decimal GetDecimal(int ordinal) =>
        decimal.TryParse(Raw(ordinal, JsonTokenType.Number), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value : throw Malformed(ordinal);

    public override string GetString(int ordinal) => JsonText.Unescape(Raw(ordinal, JsonTokenType.String));

    public override char GetChar(int ordinal) => GetString(ordinal) is [var unit] ? unit : throw Malformed(ordinal);

    public override DateTime GetDateTime(int ordinal)
    {
        var text = GetString(ordinal);
        var kind = text.EndsWith(JsonFormats.Utc) ? DateTimeKind.Utc : text.EndsWith(JsonFormats.Local) ? DateTimeKind.Local : DateTimeKind.Unspecified;
        var clock = kind == DateTimeKind.Unspecified ? text : text[..^1];
        return DateTime.TryParseExact(clock, JsonFormats.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? DateTime.SpecifyKind(value, kind) : throw Malformed(ordinal);
    }

    public override DateTimeOffset GetDateTimeOffset(int ordinal) =>
        DateTimeOffset.TryParseExact(GetString(ordinal), JsonFormats.DateTimeOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : throw Malformed(ordinal);

    public override DateOnly GetDateOnly(int ordinal) =>
        DateOnly.TryParseExact(GetString(ordinal), JsonFormats.DateOnly, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : throw Malformed(ordinal);

    public override TimeOnly GetTimeOnly(int ordinal) =>
        TimeOnly.TryParseExact(GetString(ordinal), JsonFormats.TimeOnly, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : throw Malformed(ordinal);

    public override TimeSpan GetTimeSpan(int ordinal) =>
        TimeSpan.TryParseExact(GetString(ordinal), JsonFormats.TimeSpan, CultureInfo.InvariantCulture, out var value)
            ? value : throw Malformed(ordinal);

    public override Guid GetGuid(int ordinal) =>
        Guid.TryParseExact(GetString(ordinal), JsonFormats.Guid, out var value) ? value : throw Malformed(ordinal);

    public override byte[] GetBinary(int ordinal)
    {
        var text = GetString(ordinal);
        var bytes = new byte[text.Length / 4 * 3];
        return text.Length % 4 == 0 && Convert.TryFromBase64String(text, bytes, out var written)
            ? bytes[..written] : throw Malformed(ordinal);
    }

    private void ReadFields()
    {
        var reader = new Utf8JsonReader(_json, new JsonReaderOptions { MaxDepth = 1 });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("it is no object");
        }

        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var ordinal = Find(JsonText.Unescape(reader.ValueSpan), expected);
            reader.Read();
            var start = (int)reader.TokenStartIndex + (reader.TokenType == JsonTokenType.String ? 1 : 0);
            _fields[ordinal] = new(reader.TokenType, start, reader.ValueSpan.Length);
            expected = ordinal + 1;
        }

        // Reading on to the end finds what may stand behind the object.
        if (reader.Read())
        {
            throw new JsonException("something follows the object");
        }
    }

    private int Find(string name, int expected)
    {
        for (var i = 0; i < _count; i++)
        {
            var ordinal = (expected + i) % _count;
            if (string.Equals(_table.Columns[ordinal].Name, name, StringComparison.Ordinal))
            {
                return _fields[ordinal].Token == JsonTokenType.None ? ordinal : throw new JsonException($"column {name} comes twice");
            }
        }

        throw new JsonException($"the table has no column {name}");
    }

    private TValue Integer<TValue>(int ordinal)
        where TValue : struct, IUtf8SpanParsable<TValue>, System.Numerics.INumberBase<TValue> =>
        TValue.TryParse(Raw(ordinal, JsonTokenType.Number), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value : throw Malformed(ordinal);

    private double NotFinite(int ordinal) => GetString(ordinal) switch
    {
        JsonFormats.NaN => double.NaN,
        JsonFormats.Infinity => double.PositiveInfinity,
        JsonFormats.NegativeInfinity => double.NegativeInfinity,
        _ => throw Malformed(ordinal),
    };

    private ReadOnlySpan<byte> Raw(int ordinal, JsonTokenType token)
    {
        var field = _fields[ordinal];
        return field.Token == token ? _json.AsSpan(field.Start, field.Length) : throw Malformed(ordinal);
    }

    private SyncException Malformed(int ordinal) => new(
        SyncErrorCode.MalformedData,
        $"A row of {_table.Name} was kept as JSON in which {_table.Columns[ordinal].Name} is no {_table.Columns[ordinal].Type}.");
}
