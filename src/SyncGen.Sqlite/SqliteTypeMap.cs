using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>
/// How this database holds values where SQLite leaves a choice: the form of GUIDs, column by column, as found in the
/// rows that are there; and whether text needs conversion, since the database is in UTF-16.
/// </summary>
internal sealed class SqliteTypeMap
{
    private readonly Dictionary<SyncTable, SqliteGuidFormat[]> _guids = [];

    /// <summary>Whether text is stored as UTF-16.</summary>
    public bool NeedsConversion { get; set; }

    /// <summary>The forms of a table's GUID columns, by ordinal. The array stays the same, its content may be corrected.</summary>
    public SqliteGuidFormat[] GuidsOf(SyncTable table)
    {
        if (!_guids.TryGetValue(table, out var formats))
        {
            formats = new SqliteGuidFormat[table.Columns.Count];
            _guids.Add(table, formats);
        }

        return formats;
    }

    /// <summary>The form of a value, or of what a declared type suggests while there is none.</summary>
    /// <param name="storage">The storage class of a value that is there; null if there is none.</param>
    /// <param name="sample">The value's text, if it is text.</param>
    /// <param name="declared">The column's declared type.</param>
    public static SqliteGuidFormat GuidFormatOf(string? storage, string? sample, string declared)
    {
        if (storage is null)
        {
            return declared.Contains("BLOB", StringComparison.OrdinalIgnoreCase) ? SqliteGuidFormat.Blob : SqliteGuidFormat.UpperText;
        }

        if (string.Equals(storage, "blob", StringComparison.Ordinal))
        {
            return SqliteGuidFormat.Blob;
        }

        return sample is not null && sample.Any(char.IsAsciiLetterLower) ? SqliteGuidFormat.LowerText : SqliteGuidFormat.UpperText;
    }
}
