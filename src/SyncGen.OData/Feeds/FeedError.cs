namespace SyncGen.OData.Feeds;

/// <summary>Why the server refused a change; the entry that has it shows the row as the server has it, or that it has none.</summary>
/// <param name="Description">The reason, for people.</param>
/// <param name="Change">The change as the client sent it.</param>
public sealed record FeedError(string Description, FeedEntry Change);
