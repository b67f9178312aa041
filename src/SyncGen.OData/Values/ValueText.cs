using System.Globalization;
using System.Numerics;
using System.Xml;

namespace SyncGen.OData.Values;

/// <summary>
/// Reads values from text, in every form that a client was seen to send: those of the original, and the common ones that it refuses.
/// Each method answers false where the text has none of them.
/// </summary>
internal static class ValueText
{
    private const long TicksPerMillisecond = TimeSpan.TicksPerMillisecond;

    public static bool TryBoolean(string text, out bool value) => bool.TryParse(text, out value);

    public static bool TryInteger<TValue>(string text, out TValue value)
        where TValue : struct, INumberBase<TValue> =>
        TValue.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    public static bool TrySingle(string text, out float value)
    {
        var isNumber = TryDouble(text, out var wide) && (!double.IsFinite(wide) || float.IsFinite((float)wide));
        // Twice rounded it could be another number.
        value = !isNumber ? 0 : double.IsFinite(wide) ? float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : (float)wide;
        return isNumber;
    }

    public static bool TryDouble(string text, out double value)
    {
        switch (text.Trim())
        {
            case ValueFormats.NaN:
                value = double.NaN;
                return true;
            case ValueFormats.Infinity or "Infinity":
                value = double.PositiveInfinity;
                return true;
            case ValueFormats.NegativeInfinity or "-Infinity":
                value = double.NegativeInfinity;
                return true;
            default:
                // A number beyond the type's range would become an infinite one.
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        }
    }

    public static bool TryDecimal(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>Clock and calendar as they stand: what the protocol carries has no zone. One with a zone is taken as it is in UTC.</summary>
    public static bool TryDateTime(string text, out DateTime value)
    {
        text = Unwrap(text, "datetime");
        if (TryMilliseconds(text, out var milliseconds))
        {
            // Within the years 1 to 9999.
            var isDate = milliseconds >= -62_135_596_800_000 && milliseconds <= 253_402_300_799_999;
            value = isDate ? new DateTime(DateTime.UnixEpoch.Ticks + milliseconds * TicksPerMillisecond) : default;
            return isDate;
        }

        var isIso = DateTime.TryParseExact(text, ValueFormats.Iso, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite, out value);
        value = DateTime.SpecifyKind(value, DateTimeKind.Unspecified);
        return isIso;
    }

    /// <summary>A moment; one without a zone is taken as UTC.</summary>
    public static bool TryDateTimeOffset(string text, out DateTimeOffset value)
    {
        text = Unwrap(text, "datetimeoffset");
        if (TryMilliseconds(text, out _))
        {
            var isDate = TryDateTime(text, out var utc);
            value = isDate ? new DateTimeOffset(utc, TimeSpan.Zero) : default;
            return isDate;
        }

        return DateTimeOffset.TryParseExact(text, ValueFormats.Iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite, out value);
    }

    public static bool TryTimeSpan(string text, out TimeSpan value)
    {
        text = Unwrap(text, "time").Trim();
        if (!text.StartsWith('P') && !text.StartsWith("-P", StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
        }

        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            value = default;
            return false;
        }
    }

    public static bool TryGuid(string text, out Guid value) => Guid.TryParse(Unwrap(text, "guid"), out value);

    public static bool TryBinary(string text, out byte[] value)
    {
        var bytes = new byte[text.Length / 4 * 3 + 3];
        var isBase64 = Convert.TryFromBase64String(text, bytes, out var written);
        value = isBase64 ? bytes[..written] : [];
        return isBase64;
    }

    // name'text', which OData's literals are.
    private static string Unwrap(string text, string name) =>
        text.Length >= name.Length + 2 && text[name.Length] == '\'' && text[^1] == '\'' && text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            ? text[(name.Length + 1)..^1]
            : text;

    // /Date(ms)/, or with an offset, which says in which zone a clock showed that moment and is of no use here.
    private static bool TryMilliseconds(string text, out long value)
    {
        value = 0;
        var trimmed = text.AsSpan().Trim();
        if (!trimmed.StartsWith("/Date(") || !trimmed.EndsWith(")/"))
        {
            return false;
        }

        var digits = trimmed[6..^2];
        var offset = digits.Length > 1 ? digits[1..].IndexOfAny('+', '-') : -1;
        return long.TryParse(offset < 0 ? digits : digits[..(offset + 1)], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
