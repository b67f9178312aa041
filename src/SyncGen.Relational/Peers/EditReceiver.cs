using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>Takes a leaf's edits of a table, each as a write of this hub's own with the leaf as its author.</summary>
internal sealed class EditReceiver<TRow>(
    RelationalStore store, SyncTable<TRow> table, TableStatements statements, PeerRows<TRow> rows, RowSet<TRow> set, EditCompletion<TRow> completion, int ordinal)
    where TRow : class
{
    private readonly RefusedRows<RowEdit<TRow>> _refused = new();
    private readonly EditQuarantine<TRow> _quarantine = new(store, table);
    private readonly EditSets<TRow> _sets = new(store, table, rows, set);
    private readonly EditParts<TRow> _parts = new(store, table, statements, rows);
    private readonly RepeatedEdits<TRow> _repeated = new(store, table, new EditParts<TRow>(store, table, statements, rows));
    private TableAnswers<TRow> _answers = new(table);
    private List<RowEdit<TRow>> _edits = [];
    private bool _isNewLikely;

    /// <summary>Forgets what an attempt that was given up left behind.</summary>
    public void BeginAttempt()
    {
        _refused.Clear();
        _answers = new TableAnswers<TRow>(table);
        _edits = [];
    }

    /// <summary>Takes the writes of a batch, or its deletes.</summary>
    public async ValueTask AcceptAsync(
        TableEdits<TRow> edits, bool deletes, UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        // Writes come first: what they lack is looked up before any of the table's rows changes.
        _edits = deletes ? _edits : await completion.CompleteAsync(edits.Edits, attempt, cancellationToken);
        var left = await _sets.AcceptAsync(_edits, deletes, upload, _answers.Answers, attempt, cancellationToken);
        for (var i = 0; i < _edits.Count; i++)
        {
            var edit = _edits[i];
            if (edit.IsDeleted != deletes || left?.Contains(i) == false)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var position = new RowPosition(ordinal, i);
            attempt.At = position;
            if (edit.Tick <= upload.Taken)
            {
                _answers.Answers.Add(await _repeated.AnswerAsync(edit, upload, attempt, cancellationToken));
            }
            else if (attempt.ExclusionOf(position) is { Refusal: SyncErrorCode.OutsideFilter }
                || await _parts.IsOutsideAsync(edit.Row, upload.Filter, cancellationToken))
            {
                await RejectAsync(edit, upload, PartRefusal.Outcome, attempt, cancellationToken);
            }
            else if (edit.Rejection is { } reason)
            {
                await RejectAsync(edit, upload, new WriteOutcome(0, SyncErrorCode.Rejected, reason), attempt, cancellationToken);
            }
            else if (attempt.ExclusionOf(position) is { } exclusion)
            {
                await HoldAsync(edit, upload, exclusion, attempt, cancellationToken);
            }
            else if ((await TakeAsync(edit, upload, attempt, cancellationToken)).IsRefused)
            {
                _refused.Add(position, edit);
            }
        }
    }

    /// <summary>Settles the edits that were refused so far, and answers all.</summary>
    public async ValueTask<TableAnswers> AnswerAsync(UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        foreach (var (edit, refusal) in await _refused.SettleAsync(edit => TakeAsync(edit, upload, attempt, cancellationToken), attempt))
        {
            await HoldAsync(edit, upload, refusal, attempt, cancellationToken);
        }

        return _answers;
    }

    /// <summary>Decides an edit that waited in quarantine.</summary>
    public async ValueTask<WriteOutcome> RetryAsync(QuarantinedRow waiting, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var (edit, refusal) = await completion.ReadAsync(waiting, cancellationToken);
        var filter = waiting.FilterOf(store.Scope);
        if (await _parts.IsOutsideAsync(edit.Row, filter, cancellationToken))
        {
            return PartRefusal.Outcome;
        }

        if (refusal is { } unreadable)
        {
            return unreadable;
        }

        var before = store.State.Tick;
        // The leaf still has its edit, or made another on top of it: what comes after this write has seen it.
        var result = await DecideAsync(edit, waiting.Leaf, author: waiting.Leaf, attempt, cancellationToken);
        if (!result.IsRefused && !result.Stands)
        {
            await rows.TouchAsync(edit.Row, cancellationToken);
        }

        await _parts.GiveUpAsync(edit.Row, filter, before, attempt, cancellationToken);
        return result.Outcome;
    }

    private async ValueTask<WriteOutcome> TakeAsync(RowEdit<TRow> edit, UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var result = await DecideAsync(edit, upload.Number, upload.Number, attempt, cancellationToken);
        if (result.IsRefused)
        {
            return result.Outcome;
        }

        await _quarantine.ReleaseAsync(edit, upload, attempt, cancellationToken);
        _answers.Answers.Add(result.Stands
            ? new EditAnswer<TRow>(edit.Tick, EditOutcome.Accepted, edit.Row, result.Tick)
            : await _parts.PresentAsync(edit, upload, cancellationToken));
        return result.Outcome;
    }

    private async ValueTask<RowResult> DecideAsync(
        RowEdit<TRow> edit, int? leaf, int? author, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var self = await store.IdentityAsync(cancellationToken);
        if (_isNewLikely && !edit.IsDeleted)
        {
            if (await TryAddAsync(edit, self, author, attempt, cancellationToken) is { } added)
            {
                return added;
            }

            _isNewLikely = false;
        }

        var local = await rows.Tracked.FindAsync(edit.Row, cancellationToken);
        _isNewLikely = !local.Exists;
        var (incoming, follows) = EditDecider.Decide(edit, local, self, store.State.Tick + 1, store.State.ForgottenTime, leaf, author);
        return follows
            ? await rows.StoreAsync(edit.Row, incoming, local, attempt, cancellationToken)
            : await rows.CompareAsync(edit.Row, incoming, local, attempt, cancellationToken);
    }

    /// <summary>
    /// Adds a row without looking for it first; null if its key is here. New rows come in runs: the last one tells what to
    /// expect of the next.
    /// </summary>
    private async ValueTask<RowResult?> TryAddAsync(
        RowEdit<TRow> edit, ReplicaId self, int? author, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var tick = store.State.Tick + 1;
        var version = new RowVersion(
            new SyncVersion(self, tick), SyncVersion.None, Math.Max(edit.Time, store.State.ForgottenTime + 1), IsDeleted: false, author);
        return await rows.TryAddAsync(edit.Row, version, attempt, cancellationToken) switch
        {
            null => null,
            { IsRefused: true } refused => new RowResult(refused),
            { } added => new RowResult(added, tick, Stands: true),
        };
    }

    private async ValueTask RejectAsync(
        RowEdit<TRow> edit, UploadContext upload, WriteOutcome refusal, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await _quarantine.ReleaseAsync(edit, upload, attempt, cancellationToken);
        _answers.Answers.Add(await _parts.RejectAsync(edit, upload, refusal, attempt, cancellationToken));
    }

    private async ValueTask HoldAsync(
        RowEdit<TRow> edit, UploadContext upload, WriteOutcome refusal, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (upload.IsFinal)
        {
            await RejectAsync(edit, upload, refusal, attempt, cancellationToken);
        }
        else if (await _parts.IsInNoneAsync(edit, upload, refusal, cancellationToken))
        {
            await RejectAsync(edit, upload, PartRefusal.Outcome, attempt, cancellationToken);
        }
        else
        {
            await _quarantine.HoldAsync(edit, upload, refusal, attempt, cancellationToken);
            _answers.Answers.Add(new EditAnswer<TRow>(edit.Tick, EditOutcome.Quarantined, edit.Row, 0));
        }
    }
}
