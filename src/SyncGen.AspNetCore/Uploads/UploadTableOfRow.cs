using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hooks;
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
    private readonly List<JudgedRow<TRow>> _judged = [];
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

    public override async Task JudgeAsync(RequestHooks hooks)
    {
        for (var i = 0; i < _entries.Count && hooks.Judges(table); i++)
        {
            var (entry, _) = _entries[i];
            _judged.Add(await hooks.JudgeAsync(table, entry.Row, entry.IsDeleted));
        }
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
            var judged = Judged(i);
            edits.Edits.Add(new RowEdit<TRow>(judged.Row, judged.IsDeleted, tick, basis.Time, basis.Anchor) { Rejection = judged.Rejection });
        }

        return edits;
    }

    public override IEnumerable<FeedEntry> Answer(TableAnswers answers, IReadOnlyDictionary<(string Table, string Key), RowNote> notes, RequestHooks hooks, AnswerIds ids)
    {
        foreach (var answer in ((TableAnswers<TRow>)answers).Answers.OrderBy(answer => _byTick[answer.Edit]))
        {
            var i = _byTick[answer.Edit];
            var (entry, key) = _entries[i];
            var judged = Judged(i);
            var given = judged.IsChanged ? hooks.AnswerChanged(table, answer) : answer;
            if (Answer(entry, judged, given, notes.GetValueOrDefault((table.Name, key)), ids) is { } told)
            {
                yield return told;
            }
        }
    }

    // Without hooks there are no judgements.
    private JudgedRow<TRow> Judged(int i) => _judged.Count > 0 ? _judged[i] : new(_entries[i].Entry.Row, _entries[i].Entry.IsDeleted);

    // Updates and deletes that were taken as they came are not mentioned; inserts come back with their ids. The protocol has but one word
    // for an update that the application changed: a conflict, of which the server's row stands.
    private FeedEntry? Answer(FeedEntry<TRow> sent, JudgedRow<TRow> judged, EditAnswer<TRow> answer, RowNote? note, AnswerIds ids)
    {
        if (answer.Rejection != SyncErrorCode.None)
        {
            var present = ids.Name(Present(sent, answer));
            present.Error = new FeedError(note?.Message ?? $"The row was not taken: {answer.Rejection}.", ids.Name(Sent(sent)));
            return present;
        }

        if (IsTaken(judged, answer))
        {
            var taken = ids.Name(new FeedEntry<TRow>(table, judged.Row) { IsDeleted = judged.IsDeleted, TempId = sent.TempId });
            if (note is { Outcome: ConflictOutcome.Incoming or ConflictOutcome.Merged })
            {
                taken.Conflict = new FeedConflict(FeedResolution.ClientWins, ids.Name(Former(sent, note)));
                return taken;
            }

            if (!sent.IsDeleted && (sent.TempId is not null || sent.Id.Length == 0))
            {
                return taken;
            }

            if (!judged.IsChanged)
            {
                return null;
            }
        }

        var isMerged = note is { Outcome: ConflictOutcome.Merged };
        var stands = ids.Name(Present(sent, answer));
        stands.TempId = isMerged ? sent.TempId : null;
        var other = ids.Name(isMerged ? Former(sent, note!) : Sent(sent));
        stands.Conflict = new FeedConflict(isMerged ? FeedResolution.Merge : FeedResolution.ServerWins, other);
        return stands;
    }

    private bool IsTaken(JudgedRow<TRow> judged, EditAnswer<TRow> answer) => answer.Outcome == EditOutcome.Accepted
        || judged.IsDeleted && answer.Outcome == EditOutcome.Removed
        || !judged.IsDeleted && answer.Outcome == EditOutcome.Replaced && table.ContentEquals(judged.Row, answer.Row);

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
