namespace SyncGen.OData.Feeds;

/// <summary>Which side of a conflict stands, in the protocol's words.</summary>
public enum FeedResolution
{
    /// <summary>The client's.</summary>
    ClientWins,

    /// <summary>The server's.</summary>
    ServerWins,

    /// <summary>A row that was made of both.</summary>
    Merge,
}
