using SyncGen.Model;
using SyncGen.OData.Feeds;

namespace SyncGen.OData.Schema;

/// <summary>An entity type, typed.</summary>
internal sealed class WireTable<TRow>(WireSchema schema, SyncTable<TRow> table) : WireTable(schema, table)
    where TRow : class
{
    public override FeedEntry Read(RowReader reader, bool isDeleted)
    {
        try
        {
            return new FeedEntry<TRow>(table, isDeleted ? table.ReadKey(reader) : table.Read(reader)) { IsDeleted = isDeleted };
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException or InvalidCastException or OverflowException)
        {
            // A converter of the application may throw what it likes over a value that it never wrote.
            throw Malformed.Of($"A row of {Name} cannot be read: {error.Message}", error);
        }
    }
}
