using SyncGen.Model;

namespace SyncGen.OData.Feeds;

/// <summary>One entry of a feed, typed.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
/// <param name="table">The row's table.</param>
/// <param name="row">The row; only its key if it was deleted.</param>
public sealed class FeedEntry<TRow>(SyncTable<TRow> table, TRow row) : FeedEntry
    where TRow : class
{
    /// <inheritdoc/>
    public override SyncTable Table => table;

    /// <summary>The row; only its key if it was deleted.</summary>
    public TRow Row => row;

    internal override void Write(RowWriter writer) => table.Write(row, writer);

    internal override void WriteKey(RowWriter writer) => table.WriteKey(row, writer);
}
