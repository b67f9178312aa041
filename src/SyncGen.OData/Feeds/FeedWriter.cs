namespace SyncGen.OData.Feeds;

/// <summary>Writes a feed entry by entry, as it leaves. Not thread-safe.</summary>
public abstract class FeedWriter : IAsyncDisposable
{
    /// <summary>Writes what comes before the entries. Call it once, first.</summary>
    public abstract ValueTask BeginAsync(FeedHead head, CancellationToken cancellationToken = default);

    /// <summary>Writes an entry.</summary>
    public abstract ValueTask WriteAsync(FeedEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Writes what comes after the entries, and sends all. Call it once, last.</summary>
    public abstract ValueTask EndAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
