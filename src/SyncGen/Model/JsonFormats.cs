namespace SyncGen.Model;

/// <summary>How values look in a row's JSON where JSON has no form of its own.</summary>
internal static class JsonFormats
{
    public const string DateTime = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff";
    public const string DateTimeOffset = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffzzz";
    public const string DateOnly = "yyyy'-'MM'-'dd";
    public const string TimeOnly = "HH':'mm':'ss'.'fffffff";
    public const string TimeSpan = "c";
    public const string Guid = "D";
    public const string NaN = "NaN";
    public const string Infinity = "Infinity";
    public const string NegativeInfinity = "-Infinity";

    /// <summary>After a date and time of the kind UTC.</summary>
    public const char Utc = 'Z';

    /// <summary>After a date and time of the kind local: without an offset, since that would be this machine's.</summary>
    public const char Local = 'L';
}
