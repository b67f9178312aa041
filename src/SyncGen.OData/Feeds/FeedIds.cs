using SyncGen.OData.Schema;

namespace SyncGen.OData.Feeds;

/// <summary>Which id an entry is written with.</summary>
internal static class FeedIds
{
    /// <summary>The id that it has; else that of its key, unless it is new and the server is to give it one.</summary>
    public static string Of(string service, WireTable type, FeedEntry entry) =>
        entry.Id.Length > 0 || entry.TempId is not null && !entry.IsDeleted ? entry.Id : EntityId.Of(service, type, entry);
}
