using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>Finds out in which form a table's GUID columns hold their values.</summary>
internal sealed class SqliteGuidSurvey(SqliteCatalog catalog, SqliteSchemaReader schema)
{
    /// <summary>How many rows are looked at. A column that is empty in all of a large table must not cost a scan of it.</summary>
    private const int SampleRows = 100;

    private IReadOnlyList<ForeignKey>? _foreignKeys;

    /// <summary>Looks at the columns of which no value has been seen yet.</summary>
    public void Run(SyncTable table, SqliteGuidColumn[] guids)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Type == SyncType.Guid && !guids[i].IsSeen)
            {
                Look(table.Name, table.Columns[i].Name, guids[i]);
            }
        }
    }

    private void Look(string table, string column, SqliteGuidColumn guid)
    {
        // A foreign key must have its parent's form, whatever it was declared as.
        var form = SampleOf(table, column);
        if (form is null && ParentOf(table, column) is { } parent)
        {
            form = SampleOf(parent.Table, parent.Column);
        }

        guid.IsSeen = form is not null;
        guid.Format = form ?? DefaultOf(table, column);
    }

    private SqliteGuidFormat? SampleOf(string table, string column)
    {
        SqliteGuidFormat? form = null;
        var name = SqliteDialect.Instance.Quote(column);
        catalog.Query($"SELECT {name} FROM (SELECT {name} FROM {SqliteDialect.Instance.Quote(table)} LIMIT {SampleRows}) "
            + $"WHERE typeof({name}) = 'blob' OR {name} GLOB '*[a-fA-F]*'", null, row => form ??= row.GuidFormOf(0));
        return form is SqliteGuidFormat.MixedText ? null : form;
    }

    private (string Table, string Column)? ParentOf(string table, string column)
    {
        foreach (var key in _foreignKeys ??= catalog.ForeignKeys())
        {
            for (var i = 0; i < key.Columns.Count && i < key.ParentColumns.Count; i++)
            {
                if (Is(key.Child, table) && Is(key.Columns[i], column) && !(Is(key.Parent, table) && Is(key.ParentColumns[i], column)))
                {
                    return (key.Parent, key.ParentColumns[i]);
                }
            }
        }

        return null;
    }

    private SqliteGuidFormat DefaultOf(string table, string column) =>
        schema.ColumnsOf(table).Any(live => Is(live.Name, column) && live.Type.Contains("BLOB", StringComparison.OrdinalIgnoreCase))
            ? SqliteGuidFormat.Blob
            : SqliteGuidFormat.UpperText;

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
