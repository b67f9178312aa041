using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>
/// How this database holds values where SQLite leaves a choice: the form of GUIDs, column by column, as found in the
/// rows that are there; what columns make of text and numbers; and whether text needs conversion, since the database is
/// in UTF-16.
/// </summary>
internal sealed class SqliteTypeMap
{
    private readonly Dictionary<SyncTable, SqliteGuidColumn[]> _guids = [];
    private readonly Dictionary<SyncTable, SqliteAffinity[]> _affinities = [];

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

    /// <summary>What a table's columns make of values, by ordinal; null while nobody has looked.</summary>
    public SqliteAffinity[]? AffinitiesOf(SyncTable table) => _affinities.GetValueOrDefault(table);

    /// <summary>Notes what a table's columns make of values.</summary>
    public void SetAffinities(SyncTable table, SqliteAffinity[] affinities) => _affinities[table] = affinities;
}
