namespace SyncGen.OData.Feeds;

/// <summary>How much a feed that comes from outside may hold. Immutable and thread-safe.</summary>
public sealed class FeedLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static FeedLimits Default { get; } = new();

    /// <summary>The size of the feed, in bytes as they are after decompression. Default: 64 MiB. A service takes from 1 KiB to 1 GiB.</summary>
    public long BytesMax { get; init; } = 64L << 20;

    /// <summary>The size of one entry, in bytes. Default: 16 MiB. A service takes from 1 KiB to 256 MiB.</summary>
    public int EntryBytesMax { get; init; } = 16 << 20;

    /// <summary>How many entries. Default: 100,000. A service takes from 1 to 1,000,000.</summary>
    public int EntriesMax { get; init; } = 100_000;

    /// <summary>How deep elements or objects may lie in each other. Default: 32, as in the original server. A service takes from 8 to 64.</summary>
    public int DepthMax { get; init; } = 32;

    /// <summary>
    /// The length of a row's value that is a text, in UTF-16 units. Default: 4,194,304. A service takes from 1 to 134,217,728. Values that
    /// are bytes have no limit but the entry's.
    /// </summary>
    public int TextLengthMax { get; init; } = 4 << 20;

    /// <summary>Fails where a row's value is a longer text.</summary>
    internal string RequireText(string text, string column) => text.Length <= TextLengthMax ? text : throw Malformed.TooLarge(
        $"The value of '{column}' has {text.Length} characters, and {TextLengthMax} are the most.");
}
