namespace SyncGen.OData.Feeds;

/// <summary>How the server settled a conflict; the entry that has it shows the row as it stands.</summary>
/// <param name="Resolution">Which side stands.</param>
/// <param name="Change">The side that does not, or the server's former row where both were merged.</param>
public sealed record FeedConflict(FeedResolution Resolution, FeedEntry Change);
