namespace SyncGen.OData.Feeds;

/// <summary>The forms of a feed that clients of 2010 know.</summary>
public enum FeedFormat
{
    /// <summary>Atom, <c>application/atom+xml</c>.</summary>
    Atom,

    /// <summary>JSON, <c>application/json</c>.</summary>
    Json,
}
