namespace SyncGen.MySql;

/// <summary>
/// A statement of the dialect that is really several, run as one text. Its result set says how many rows it changed, and
/// whether it must run again to do the rest; what it has done so far stands in <c>@syncgen_done</c>.
/// </summary>
internal static class MySqlScript
{
    /// <summary>What such a text begins with.</summary>
    public const string Mark = "/* SyncGen */";

    /// <summary>Whether a text is one.</summary>
    public static bool Is(string sql) => sql.StartsWith(Mark, StringComparison.Ordinal);
}
