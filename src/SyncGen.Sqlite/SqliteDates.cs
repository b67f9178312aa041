using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SyncGen.Sqlite;

/// <summary>Dates and times as SQLite databases hold them: text of ISO 8601 in its usual variants, or days as numbers.</summary>
internal static class SqliteDates
{
    /// <summary>The Julian day of 0001-01-01 00:00, the first that <see cref="DateTime"/> knows.</summary>
    private const double FirstJulianDay = 1721425.5;

    private static readonly string[] s_spans = ["c", "hh\\:mm"];

    private const string DateAndTime = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Without an offset the time is taken as it stands; with one it becomes UTC.</summary>
    public static bool TryParseDateTime(ReadOnlySpan<byte> utf8, out DateTime value)
    {
        if (TryParsePlain(utf8, out value))
        {
            return true;
        }

        if (!IsIso(utf8))
        {
            return TryNumber(utf8, out var day) && TryFromJulianDay(day, out value);
        }

        // Adjusted only where an offset is written: then the kind is UTC, else unspecified.
        const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParse(Encoding.UTF8.GetString(utf8), CultureInfo.InvariantCulture, Styles, out value);
    }

    public static bool TryParseDateTimeOffset(ReadOnlySpan<byte> utf8, out DateTimeOffset value)
    {
        if (IsIso(utf8))
        {
            return DateTimeOffset.TryParse(
                Encoding.UTF8.GetString(utf8), CultureInfo.InvariantCulture,
                DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out value);
        }

        var isDay = TryNumber(utf8, out var day) & TryFromJulianDay(day, out var date);
        value = new DateTimeOffset(date, TimeSpan.Zero);
        return isDay;
    }

    /// <summary>Days, hours, minutes and seconds, or a number of days. More than 23 hours would be taken for days, and so are refused.</summary>
    public static bool TryParseTimeSpan(ReadOnlySpan<byte> utf8, out TimeSpan value) =>
        TimeSpan.TryParseExact(Encoding.UTF8.GetString(utf8), s_spans, CultureInfo.InvariantCulture, out value)
        || TryNumber(utf8, out var days) && TryFromDays(days, out value);

    public static bool TryParseDateOnly(ReadOnlySpan<byte> utf8, out DateOnly value)
    {
        if (TryParseDateTime(utf8, out var date))
        {
            value = DateOnly.FromDateTime(date);
            return true;
        }

        value = default;
        return false;
    }

    public static bool TryFromJulianDay(double day, out DateTime value)
    {
        if (TryFromDays(day - FirstJulianDay, out var since) && since >= TimeSpan.Zero && since.Ticks <= DateTime.MaxValue.Ticks)
        {
            value = new DateTime(since.Ticks);
            return true;
        }

        value = default;
        return false;
    }

    public static bool TryFromDays(double days, out TimeSpan value)
    {
        var milliseconds = Math.Round(days * (TimeSpan.TicksPerDay / TimeSpan.TicksPerMillisecond));
        if (milliseconds >= TimeSpan.MinValue.TotalMilliseconds && milliseconds <= TimeSpan.MaxValue.TotalMilliseconds)
        {
            value = new TimeSpan((long)milliseconds * TimeSpan.TicksPerMillisecond);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The form that Microsoft.Data.Sqlite writes, <c>yyyy-MM-dd HH:mm:ss[.fffffff]</c>, without making a string of it.</summary>
    private static bool TryParsePlain(ReadOnlySpan<byte> utf8, out DateTime value)
    {
        value = default;
        if (utf8.Length < DateAndTime.Length || utf8.Length > DateAndTime.Length + 8
            || utf8[4] != '-' || utf8[7] != '-' || utf8[10] != ' ' || utf8[13] != ':' || utf8[16] != ':'
            || !TryDigits(utf8[..4], out var year) || !TryDigits(utf8[5..7], out var month) || !TryDigits(utf8[8..10], out var day)
            || !TryDigits(utf8[11..13], out var hour) || !TryDigits(utf8[14..16], out var minute)
            || !TryDigits(utf8[17..19], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var ticks = 0;
        if (utf8.Length > DateAndTime.Length)
        {
            var fraction = utf8[(DateAndTime.Length + 1)..];
            if (utf8[DateAndTime.Length] != '.' || fraction.IsEmpty || !TryDigits(fraction, out ticks))
            {
                return false;
            }

            for (var digits = fraction.Length; digits < 7; digits++)
            {
                ticks *= 10;
            }
        }

        value = new DateTime(year, month, day, hour, minute, second).AddTicks(ticks);
        return true;
    }

    /// <summary>Whether a text begins as dates of ISO 8601 do. In all others day and month would have to be guessed.</summary>
    private static bool IsIso(ReadOnlySpan<byte> utf8) =>
        utf8.Length > 5 && utf8[4] == '-' && !utf8[..4].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>A number that a column of text has made text.</summary>
    private static bool TryNumber(ReadOnlySpan<byte> utf8, out double value) =>
        Utf8Parser.TryParse(utf8, out value, out var used) && used == utf8.Length && double.IsFinite(value);

    private static bool TryDigits(ReadOnlySpan<byte> utf8, out int value) =>
        Utf8Parser.TryParse(utf8, out value, out var used) && used == utf8.Length && char.IsAsciiDigit((char)utf8[0]);
}
