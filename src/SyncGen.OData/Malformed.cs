namespace SyncGen.OData;

/// <summary>Says what is wrong with what a partner sent.</summary>
internal static class Malformed
{
    private const int ShownMax = 100;

    /// <summary>The error.</summary>
    public static SyncException Of(string message, Exception? inner = null) => new(SyncErrorCode.MalformedData, message, inner);

    /// <summary>The error for what is more than a limit allows.</summary>
    public static SyncException TooLarge(string message) => new(SyncErrorCode.LimitExceeded, message);

    /// <summary>A text that came from outside, as an error shows it: short, and without line breaks or halves of characters.</summary>
    public static string Shown(string text)
    {
        var shown = text.Length <= ShownMax ? text : text[..ShownMax] + "…";
        return string.Create(shown.Length, shown, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var isWhole = !char.IsSurrogate(from[i]) || i + 1 < from.Length && char.IsSurrogatePair(from[i], from[i + 1]) || i > 0 && char.IsSurrogatePair(from[i - 1], from[i]);
                span[i] = !isWhole ? '\uFFFD' : char.IsControl(from[i]) ? ' ' : from[i];
            }
        });
    }
}
