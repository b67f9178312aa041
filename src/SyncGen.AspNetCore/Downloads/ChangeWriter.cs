using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Downloads;

/// <summary>Writes a table's rows to a feed. What left the client's part goes out as a tombstone: the protocol has no other word.</summary>
internal sealed class ChangeWriter(TableChanges changes, FeedWriter writer) : ISyncTableVisitor<Task>
{
    public async Task Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        foreach (var change in ((TableChanges<TRow>)changes).Rows)
        {
            await writer.WriteAsync(new FeedEntry<TRow>(table, change.Row) { IsDeleted = change.Kind != ChangeKind.Write });
        }
    }
}
