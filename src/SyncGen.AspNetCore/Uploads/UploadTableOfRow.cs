using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Errors;
using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Uploads;

/// <summary>What a client sent up of one table, typed.</summary>
internal sealed class UploadTable<TRow>(SyncTable<TRow> table) : UploadTable
    where TRow : class
{
    private readonly List<(FeedEntry<TRow> Entry, string Key)> _entries = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _byTick = [];

    public override SyncTable Table => table;

    public override int Count => _entries.Count;

    public override void Add(FeedEntry entry)
    {
        var row = (FeedEntry<TRow>)entry;
        var key = RowJson.WriteKey(table, row.Row);
        if (!_keys.Add(key))
        {
            throw new ServiceException(StatusCodes.Status400BadRequest, $"The row {key} of {table.RowType.Name} comes twice. Send each row once, as it is in the end.");
        }

        _entries.Add((row, key));
    }

    public override TableEdits Plan(UploadBasis basis, RowHashes hashes, UploadTicks ticks)
    {
        _byTick.Clear();
        var edits = new TableEdits<TRow>(table);
        for (var i = 0; i < _entries.Count; i++)
        {
            var (entry, key) = _entries[i];
            var isRepeated = hashes.Add(table.Name, entry.IsDeleted, entry.IsDeleted ? key : RowJson.Write(table, entry.Row));
            var tick = isRepeated ? ticks.Repeated() : ticks.Next();
            _byTick.Add(tick, i);
            edits.Edits.Add(new RowEdit<TRow>(entry.Row, entry.IsDeleted, tick, basis.Time, basis.Anchor));
        }

        return edits;
    }

    public override IEnumerable<FeedEntry> Answer(TableAnswers answers, IReadOnlyDictionary<(string Table, string Key), RowNote> notes, AnswerIds ids)
    {
        foreach (var answer in ((TableAnswers<TRow>)answers).Answers.OrderBy(answer => _byTick[answer.Edit]))
        {
            var (entry, key) = _entries[_byTick[answer.Edit]];
            if (Answer(entry, answer, notes.GetValueOrDefault((table.Name, key)), ids) is { } told)
            {
                yield return told;
            }
        }
    }

    // Updates and deletes that were taken as they came are not mentioned; inserts come back with their ids.
    private FeedEntry? Answer(FeedEntry<TRow> sent, EditAnswer<TRow> answer, RowNote? note, AnswerIds ids)
    {
        if (answer.Rejection != SyncErrorCode.None)
        {
            var present = ids.Name(Present(sent, answer));
            present.Error = new FeedError(note?.Message ?? $"The row was not taken: {answer.Rejection}.", ids.Name(Sent(sent)));
            return present;
        }

        if (IsAsSent(sent, answer))
        {
            var taken = ids.Name(Sent(sent));
            if (note is { Outcome: ConflictOutcome.Incoming or ConflictOutcome.Merged })
            {
                taken.Conflict = new FeedConflict(FeedResolution.ClientWins, ids.Name(Former(sent, note)));
                return taken;
            }

            return sent.IsDeleted || sent.TempId is null && sent.Id.Length > 0 ? null : taken;
        }

        var isMerged = note is { Outcome: ConflictOutcome.Merged };
        var stands = ids.Name(Present(sent, answer));
        stands.TempId = isMerged ? sent.TempId : null;
        var other = ids.Name(isMerged ? Former(sent, note!) : Sent(sent));
        stands.Conflict = new FeedConflict(isMerged ? FeedResolution.Merge : FeedResolution.ServerWins, other);
        return stands;
    }

    private bool IsAsSent(FeedEntry<TRow> sent, EditAnswer<TRow> answer) => answer.Outcome == EditOutcome.Accepted
        || sent.IsDeleted && answer.Outcome == EditOutcome.Removed
        || !sent.IsDeleted && answer.Outcome == EditOutcome.Replaced && table.ContentEquals(sent.Row, answer.Row);

    // The row as the hub has it; a tombstone where it has none.
    private FeedEntry<TRow> Present(FeedEntry<TRow> sent, EditAnswer<TRow> answer) => answer.Outcome == EditOutcome.Replaced
        ? new FeedEntry<TRow>(table, answer.Row)
        : new FeedEntry<TRow>(table, sent.Row) { IsDeleted = true };

    private FeedEntry<TRow> Sent(FeedEntry<TRow> sent) =>
        new(table, sent.Row) { IsDeleted = sent.IsDeleted, TempId = sent.TempId };

    private FeedEntry<TRow> Former(FeedEntry<TRow> sent, RowNote note) => note.Former is { } json
        ? new FeedEntry<TRow>(table, RowJson.Read(table, json))
        : new FeedEntry<TRow>(table, sent.Row) { IsDeleted = true };
}
