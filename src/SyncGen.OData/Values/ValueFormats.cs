namespace SyncGen.OData.Values;

/// <summary>How values are written as text. The original's forms: it reads no others.</summary>
internal static class ValueFormats
{
    public const string DateTime = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff";
    public const string DateTimeOffset = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffzzz";
    public const string Infinity = "INF";
    public const string NegativeInfinity = "-INF";
    public const string NaN = "NaN";

    /// <summary>Any date and time of ISO 8601 from days to ticks, with or without a zone. The point goes with the fraction.</summary>
    public static string[] Iso { get; } =
        ["yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFK", "yyyy'-'MM'-'dd'T'HH':'mmK", "yyyy'-'MM'-'dd' 'HH':'mm':'ss.FFFFFFFK", "yyyy'-'MM'-'dd"];
}
