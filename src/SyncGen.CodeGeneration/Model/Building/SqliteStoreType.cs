using System.Text.RegularExpressions;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Column types as users write them, and as SQLite reads them.</summary>
internal static class SqliteStoreType
{
    // Before the first constraint, if there is one: varchar(20), decimal(18, 2), but not nvarchar(max).
    private static readonly Regex s_type = new(
        @"^(?:(?!\b(?:CONSTRAINT|NOT|NULL|CHECK|DEFAULT|COLLATE|REFERENCES|GENERATED|AS|UNIQUE|PRIMARY)\b)[^(])*(?<size>\([^)]*\))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex s_size = new(@"^\(\s*[+-]?[0-9.]+\s*(?:,\s*[+-]?[0-9.]+\s*)?\)$", RegexOptions.CultureInvariant);

    /// <summary>Whether SQLite can read the type's size, if it has one.</summary>
    public static bool IsReadable(string storeType) =>
        s_type.Match(storeType).Groups["size"] is not { Success: true } size || s_size.IsMatch(size.Value);
}
