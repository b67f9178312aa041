namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>Finds the collation in a column type such as <c>TEXT COLLATE NOCASE</c>.</summary>
internal static class SqliteCollation
{
    private static readonly char[] s_blanks = [' ', '\t', '\r', '\n'];

    /// <summary>The collation's name as the type writes it; null if it has none.</summary>
    public static string? Of(string? storeType)
    {
        var words = storeType?.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var index = Array.FindLastIndex(words, w => w.Equals("COLLATE", StringComparison.OrdinalIgnoreCase));
        return index >= 0 && index + 1 < words.Length ? words[index + 1] : null;
    }
}
