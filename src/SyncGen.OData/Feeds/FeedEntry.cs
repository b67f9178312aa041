using SyncGen.Model;

namespace SyncGen.OData.Feeds;

/// <summary>One entry of a feed: a row, or the tombstone of one.</summary>
public abstract class FeedEntry
{
    private protected FeedEntry()
    {
    }

    /// <summary>The row's table.</summary>
    public abstract SyncTable Table { get; }

    /// <summary>The name that the server gave the row; empty for one that a client inserted. Default: empty.</summary>
    public string Id { get; set; } = "";

    /// <summary>What a client calls a row that the server has not named yet; comes back with its answer. Default: null.</summary>
    public string? TempId { get; set; }

    /// <summary>The row's entity tag. Default: null.</summary>
    public string? ETag { get; set; }

    /// <summary>Where the row may be edited. Default: null.</summary>
    public string? EditUri { get; set; }

    /// <summary>Whether the row was deleted: only its key is there.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>How a conflict over the row was settled, and what lost. Default: null.</summary>
    public FeedConflict? Conflict { get; set; }

    /// <summary>Why the server refused a change of the row. Default: null.</summary>
    public FeedError? Error { get; set; }

    /// <summary>Writes the row's columns.</summary>
    internal abstract void Write(RowWriter writer);

    /// <summary>Writes the columns of the row's key.</summary>
    internal abstract void WriteKey(RowWriter writer);
}
