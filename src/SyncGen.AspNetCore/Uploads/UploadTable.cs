using SyncGen.AspNetCore.Hooks;
using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Uploads;

/// <summary>What a client sent up of one table.</summary>
internal abstract class UploadTable
{
    public abstract SyncTable Table { get; }

    public abstract int Count { get; }

    public abstract void Add(FeedEntry entry);

    public abstract Task JudgeAsync(RequestHooks hooks);

    public abstract TableEdits Plan(UploadBasis basis, RowHashes hashes, UploadTicks ticks);

    public abstract IEnumerable<FeedEntry> Answer(TableAnswers answers, IReadOnlyDictionary<(string Table, string Key), RowNote> notes, RequestHooks hooks, AnswerIds ids);
}
