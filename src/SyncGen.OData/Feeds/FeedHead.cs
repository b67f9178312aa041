namespace SyncGen.OData.Feeds;

/// <summary>What a feed says beside its entries.</summary>
/// <param name="Blob">What the server keeps with the client; empty before the first answer.</param>
/// <param name="MoreChangesAvailable">Whether this is not the last batch.</param>
public readonly record struct FeedHead(ReadOnlyMemory<byte> Blob, bool MoreChangesAvailable);
