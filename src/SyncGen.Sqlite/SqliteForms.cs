using System.Globalization;
using System.Text;

namespace SyncGen.Sqlite;

/// <summary>The one text in which each value is written: as Microsoft.Data.Sqlite and EF Core write it, so that equal values are equal text.</summary>
internal static class SqliteForms
{
    /// <summary>Room for the longest of them, in bytes.</summary>
    public const int BytesMax = 64;

    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    public static int Write(decimal value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "0.0###########################", s_culture);
        return length;
    }

    public static int Write(double value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "R", s_culture);
        return length;
    }

    public static int Write(DateTime value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "yyyy\\-MM\\-dd HH\\:mm\\:ss.FFFFFFF", s_culture);
        return length;
    }

    public static int Write(DateTimeOffset value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "yyyy\\-MM\\-dd HH\\:mm\\:ss.FFFFFFFzzz", s_culture);
        return length;
    }

    public static int Write(DateOnly value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "yyyy\\-MM\\-dd", s_culture);
        return length;
    }

    public static int Write(TimeOnly value, Span<byte> utf8)
    {
        var format = value.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff";
        value.TryFormat(utf8, out var length, format, s_culture);
        return length;
    }

    public static int Write(TimeSpan value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "c", s_culture);
        return length;
    }

    public static int Write(Guid value, bool isUpper, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "D");
        if (isUpper)
        {
            Ascii.ToUpperInPlace(utf8[..length], out _);
        }

        return length;
    }
}
