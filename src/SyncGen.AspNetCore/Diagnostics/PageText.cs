using System.Globalization;
using SyncGen.Reports;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>Numbers, times and texts as the page for operators shows them.</summary>
internal static class PageText
{
    private const int ShownMax = 300;

    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count that ends at a bound.</summary>
    public static string OfCount(long count) => count < StoreReport.CountMax ? Of(count) : $"{Of(count)} or more";

    public static string Of(TimeSpan duration) => duration.TotalSeconds < 1
        ? $"{duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms"
        : $"{duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";

    /// <summary>No more of a text than a page can show.</summary>
    public static string Short(string text) => text.Length <= ShownMax ? text : $"{text[..ShownMax]}… ({Of(text.Length)} characters)";

    /// <summary>Writes a time such that people and programs can read it.</summary>
    public static void Write(HtmlWriter html, DateTimeOffset time, bool isShort = false) => html.Leaf(
        "time",
        time.UtcDateTime.ToString(isShort ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        ("datetime", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
}
