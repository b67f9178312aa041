using SyncGen.OData.Schema;

namespace SyncGen.OData.Feeds;

/// <summary>Reads a feed entry by entry, as it arrives. Not thread-safe.</summary>
public abstract class FeedReader : IAsyncDisposable
{
    private int _entries;

    private protected FeedReader(WireSchema schema, FeedLimits limits)
    {
        Schema = schema;
        Limits = limits;
    }

    /// <summary>The server's blob; null as long as none was read, which may be after the entries. An empty one is that of a new client.</summary>
    public byte[]? Blob { get; private protected set; }

    /// <summary>Whether the feed says that more follows. False as long as it did not, which may be after the entries.</summary>
    public bool MoreChangesAvailable { get; private protected set; }

    /// <summary>Whether the client wants the server to settle conflicts; null as long as it did not say.</summary>
    public bool? ResolveConflicts { get; private protected set; }

    private protected WireSchema Schema { get; }

    private protected FeedLimits Limits { get; }

    /// <summary>Reads the next entry; null after the last, when the feed was read to its end.</summary>
    /// <exception cref="SyncException">
    /// <see cref="SyncErrorCode.MalformedData"/>: it is no such feed; <see cref="SyncErrorCode.LimitExceeded"/>: it is larger than the limits allow.
    /// </exception>
    public async ValueTask<FeedEntry?> ReadAsync(CancellationToken cancellationToken = default)
    {
        var entry = await ReadEntryAsync(cancellationToken);
        if (entry is not null && ++_entries > Limits.EntriesMax)
        {
            throw Malformed.TooLarge($"The feed has more than {Limits.EntriesMax} entries. Send fewer at once.");
        }

        return entry;
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    private protected abstract ValueTask<FeedEntry?> ReadEntryAsync(CancellationToken cancellationToken);
}
