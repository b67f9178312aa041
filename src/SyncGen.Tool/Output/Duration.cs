using System.Globalization;

namespace SyncGen.Tool.Output;

/// <summary>Spans of time as people write them: <c>45s</c>, <c>10m</c>, <c>12h</c>, <c>30d</c>.</summary>
internal static class Duration
{
    /// <summary>What a message says of the form.</summary>
    public const string Form = "a number and s, m, h or d behind it, such as 45s, 10m, 12h or 30d";

    /// <summary>The span of a text; null if it is none.</summary>
    public static TimeSpan? TryParse(string text)
    {
        if (text.Length < 2 || !double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 100_000)
        {
            return null;
        }

        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}
