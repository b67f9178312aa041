using SyncGen.AspNetCore.Hooks;
using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Uploads;

/// <summary>What a client sent up, by tables.</summary>
internal sealed class Upload
{
    private readonly List<UploadTable> _tables;
    private readonly Dictionary<SyncTable, UploadTable> _byTable;

    public Upload(SyncScope scope)
    {
        _tables = [.. scope.Tables.Select(table => table.Accept(UploadTableFactory.Instance))];
        _byTable = _tables.ToDictionary(table => table.Table);
    }

    public int Count => _tables.Sum(table => table.Count);

    /// <summary>Takes an entry.</summary>
    /// <exception cref="Errors.ServiceException">Its key came before.</exception>
    public void Add(FeedEntry entry) => _byTable[entry.Table].Add(entry);

    /// <summary>Asks what the application makes of each row.</summary>
    public async Task JudgeAsync(RequestHooks hooks)
    {
        foreach (var table in _tables)
        {
            await table.JudgeAsync(hooks);
        }
    }

    /// <summary>
    /// Gives the edits ticks. Those of rows that came with an upload whose answer the client has not seen lie among the ticks that the
    /// hub has taken; those of the others follow them.
    /// </summary>
    public UploadPlan Plan(UploadBasis basis)
    {
        var hashes = new RowHashes(basis.Taken > basis.Confirmed ? basis.LastRows : null);
        var ticks = new UploadTicks(basis.Taken);
        var edits = _tables.Where(table => table.Count > 0).Select(table => table.Plan(basis, hashes, ticks)).ToList();
        return new UploadPlan(new EditBatch(edits, ticks.Last, 0) { Follows = basis.Taken, IsFinal = true }, hashes.ToBytes());
    }

    /// <summary>What the client is told: conflicts, then errors, then the rows that got ids.</summary>
    public IReadOnlyList<FeedEntry> Answer(UploadAnswer answer, RequestHooks hooks, AnswerIds ids)
    {
        var notes = answer.Result.Notes.GroupBy(note => (note.Table, note.Key)).ToDictionary(group => group.Key, group => group.Last());
        var entries = answer.Tables.SelectMany(answers => _byTable[answers.Table].Answer(answers, notes, hooks, ids)).ToList();
        return [.. entries.Where(entry => entry.Conflict is not null), .. entries.Where(entry => entry.Error is not null), .. entries.Where(entry => entry is { Conflict: null, Error: null })];
    }
}
