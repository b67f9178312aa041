using SyncGen.OData.Feeds;

namespace SyncGen.OData.Tests;

/// <summary>A feed that was read whole.</summary>
internal sealed record ReadFeed(byte[]? Blob, bool MoreChangesAvailable, bool? ResolveConflicts, IReadOnlyList<FeedEntry> Entries)
{
    public FeedHead Head => new(Blob ?? [], MoreChangesAvailable);
}
