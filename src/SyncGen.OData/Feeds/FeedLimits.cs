namespace SyncGen.OData.Feeds;

/// <summary>How much a feed that comes from outside may hold. Immutable and thread-safe.</summary>
public sealed class FeedLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static FeedLimits Default { get; } = new();

    /// <summary>The size of the feed, in bytes as they are after decompression. Default: 64 MiB.</summary>
    public long BytesMax { get; init; } = 64L << 20;

    /// <summary>The size of one entry, in bytes. Default: 16 MiB.</summary>
    public int EntryBytesMax { get; init; } = 16 << 20;

    /// <summary>How many entries. Default: 100,000.</summary>
    public int EntriesMax { get; init; } = 100_000;

    /// <summary>How deep elements or objects may lie in each other. Default: 32, as in the original server.</summary>
    public int DepthMax { get; init; } = 32;
}
