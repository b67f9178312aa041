using System.Globalization;
using System.Text;

namespace SyncGen.Sqlite;

/// <summary>Decimals as text and as real numbers: read exactly, or not at all.</summary>
internal static class SqliteNumbers
{
    /// <summary>As many digits as every decimal holds.</summary>
    private const int DigitsOfEveryDecimal = 28;

    /// <summary>Digits that a real number always keeps.</summary>
    private const int DigitsOfEveryReal = 15;

    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>The decimal of a text; a text of more digits than it can hold is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out decimal value) =>
        decimal.TryParse(utf8, NumberStyles.Float, s_culture, out value)
        && (utf8.Length <= DigitsOfEveryDecimal && !utf8.ContainsAny((byte)'e', (byte)'E')
            || DigitsOf(Encoding.UTF8.GetString(utf8)) == DigitsOf(value.ToString(s_culture)));

    /// <summary>The decimal that a person means by a real number: the shortest that is told from all others.</summary>
    public static bool TryDecimal(double real, out decimal value) =>
        decimal.TryParse(real.ToString("R", s_culture), NumberStyles.Float, s_culture, out value);

    /// <summary>Whether a column that makes numbers of text gives back the same decimal.</summary>
    public static bool IsKeptAsNumber(decimal value) => TryDecimal((double)value, out var kept) && kept == value;

    /// <summary>
    /// Whether a column that makes numbers of text gives back the same text: where it is none to SQLite, or is written as
    /// SQLite writes the number.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="makesReals">Whether whole numbers become reals, too.</param>
    public static bool IsKeptAsNumber(string text, bool makesReals)
    {
        if (!double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, s_culture, out var number)
            || !text.Any(char.IsAsciiDigit))
        {
            return true;
        }

        if (!makesReals && long.TryParse(text, NumberStyles.AllowLeadingSign, s_culture, out var whole))
        {
            return whole.ToString(s_culture) == text;
        }

        var real = number.ToString("R", s_culture);
        var isWhole = Math.Floor(number) == number;
        return DigitsOf(text).Length <= DigitsOfEveryReal && (makesReals || !isWhole)
            && text == (isWhole && !real.Contains('E', StringComparison.Ordinal) ? real + ".0" : real) && !real.Contains('E', StringComparison.Ordinal);
    }

    // What is left of a number without sign, point, exponent and the zeros at both ends.
    private static string DigitsOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('e', 'E');
        var digits = string.Concat((end < 0 ? text : text[..end]).Where(char.IsAsciiDigit));
        return digits.Trim('0');
    }
}
