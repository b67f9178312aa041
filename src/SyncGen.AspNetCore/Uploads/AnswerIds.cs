using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;

namespace SyncGen.AspNetCore.Uploads;

/// <summary>Names the rows of an answer.</summary>
internal sealed record AnswerIds(WireSchema Schema, string Address)
{
    /// <summary>Gives an entry the id of its row.</summary>
    public FeedEntry Name(FeedEntry entry)
    {
        entry.Id = Schema.IdOf(Address, entry);
        return entry;
    }
}
