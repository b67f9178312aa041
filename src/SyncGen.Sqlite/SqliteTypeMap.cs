using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>
/// How this database holds values where SQLite leaves a choice: the form of GUIDs, column by column, as found in the
/// rows that are there; and whether text needs conversion, since the database is in UTF-16.
/// </summary>
internal sealed class SqliteTypeMap
{
    private readonly Dictionary<SyncTable, SqliteGuidColumn[]> _guids = [];

    /// <summary>Whether text is stored as UTF-16, or may be, while nobody has looked.</summary>
    public bool NeedsConversion { get; set; } = true;

    /// <summary>The forms of a table's GUID columns, by ordinal.</summary>
    public SqliteGuidColumn[] GuidsOf(SyncTable table)
    {
        if (!_guids.TryGetValue(table, out var formats))
        {
            formats = [.. table.Columns.Select(_ => new SqliteGuidColumn())];
            _guids.Add(table, formats);
        }

        return formats;
    }
}
