namespace SyncGen.Sqlite;

/// <summary>Tells the forms of GUIDs from each other.</summary>
internal static class SqliteGuidForm
{
    /// <summary>The form of a GUID's text; null if it has no letters, and so could be either; a mixture is neither.</summary>
    public static SqliteGuidFormat? Of(ReadOnlySpan<byte> text)
    {
        var isLower = text.IndexOfAnyInRange((byte)'a', (byte)'f') >= 0;
        var isUpper = text.IndexOfAnyInRange((byte)'A', (byte)'F') >= 0;
        return (isLower, isUpper) switch
        {
            (true, true) => SqliteGuidFormat.MixedText,
            (true, false) => SqliteGuidFormat.LowerText,
            (false, true) => SqliteGuidFormat.UpperText,
            _ => null,
        };
    }

    /// <summary>The form in words.</summary>
    public static string Describe(SqliteGuidFormat format) => format switch
    {
        SqliteGuidFormat.Blob => "16 bytes",
        SqliteGuidFormat.LowerText => "text in lower case",
        _ => "text in upper case",
    };
}
