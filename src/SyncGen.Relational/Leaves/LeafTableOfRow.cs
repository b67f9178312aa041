using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Leaves;

/// <summary>A table of a leaf within a session.</summary>
internal sealed class LeafTable<TRow> : LeafTable
    where TRow : class
{
    private readonly SyncTable<TRow> _table;
    private readonly BaseRows<TRow> _rows;
    private readonly LeafEdits<TRow> _edits;
    private readonly SuspectRows<TRow> _suspects;
    private readonly RowLocks<TRow> _locks;
    private readonly RowSet<TRow> _set;
    private readonly RefusedRows<RowChange<TRow>> _refused = new();
    private bool? _hasEdits;

    public LeafTable(RelationalStore store, SyncTable<TRow> table, TableStatements statements, int ordinal)
        : base(store, table, statements, ordinal)
    {
        _table = table;
        _rows = new BaseRows<TRow>(store, table, statements, ordinal);
        _edits = new LeafEdits<TRow>(store, table, statements);
        _suspects = new SuspectRows<TRow>(store, table, statements, _rows);
        _locks = new RowLocks<TRow>(store, table, statements);
        _set = new RowSet<TRow>(store, table, statements, ordinal, _rows);
    }

    public override void Arrange(TableChanges changes) =>
        ((TableChanges<TRow>)changes).Rows.Sort((left, right) => _table.CompareKeys(left.Row, right.Row));

    public override async ValueTask LockAsync(TableChanges changes, bool areNew, CancellationToken cancellationToken)
    {
        var rows = ((TableChanges<TRow>)changes).Rows;
        var keys = rows.ConvertAll(change => change.Row);
        if (!areNew || !rows.TrueForAll(change => change.Kind == ChangeKind.Write) || !await _set.TryInsertAsync(keys, cancellationToken))
        {
            await LockAsync(keys, cancellationToken);
        }
    }

    public override ValueTask LockAsync(TableAnswers answers, CancellationToken cancellationToken) =>
        LockAsync(((TableAnswers<TRow>)answers).Answers.ConvertAll(answer => answer.Row), cancellationToken);

    public override void BeginAttempt()
    {
        _refused.Clear();
        _hasEdits = null;
    }

    public override async ValueTask ApplyAsync(
        TableChanges changes, bool gone, bool reconcile, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var rows = ((TableChanges<TRow>)changes).Rows;
        if (!reconcile && await TryApplyAsync(rows, gone, attempt, cancellationToken))
        {
            return;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Kind != ChangeKind.Write != gone)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (reconcile && !gone)
            {
                await _edits.SeeAsync(rows[i].Row, cancellationToken);
            }

            await ReceiveAsync(rows[i], new RowPosition(Ordinal, i), attempt, cancellationToken);
        }
    }

    public override async ValueTask SettleRefusedAsync(BatchAttempt attempt, CancellationToken cancellationToken)
    {
        foreach (var (change, refusal) in await _refused.SettleAsync(change => PutAsync(change, attempt, cancellationToken), attempt))
        {
            await QuarantineAsync(change, refusal, attempt, cancellationToken);
        }
    }

    public override async ValueTask<bool> ConfirmAsync(
        TableAnswers answers, bool gone, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var isConfirmed = false;
        var all = ((TableAnswers<TRow>)answers).Answers;
        for (var i = 0; i < all.Count; i++)
        {
            var answer = all[i];
            if (answer.Outcome == EditOutcome.Removed != gone)
            {
                continue;
            }

            var rejected = await new RejectedEdits<TRow>(Store, _table, _rows, _edits).FindAsync(answer, cancellationToken);
            if (!await _edits.ConfirmAsync(answer, cancellationToken))
            {
                continue;
            }

            isConfirmed = true;
            if (rejected is not null)
            {
                await Store.Conflicts.AddAsync(rejected, cancellationToken);
            }

            if (answer.Outcome == EditOutcome.Accepted)
            {
                // What the hub held before and this store could not take is not what the hub holds any more.
                await ReleaseAsync(answer.Row, attempt, cancellationToken);
                continue;
            }

            var kind = gone ? ChangeKind.Delete : ChangeKind.Write;
            var change = new RowChange<TRow>(answer.Row, kind, SyncVersion.None, SyncVersion.None, 0);
            await ReceiveAsync(change, new RowPosition(Ordinal, i), attempt, cancellationToken);
        }

        return isConfirmed;
    }

    public override ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableChanges changes, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken) =>
        OrphanSearch.FindAsync(((TableChanges<TRow>)changes).Rows, Ordinal, attempt,
            change => _suspects.IsSuspectAsync(change.Row, change.Kind == ChangeKind.Write, suspicion, cancellationToken));

    public override ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableAnswers answers, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken) =>
        OrphanSearch.FindAsync(((TableAnswers<TRow>)answers).Answers, Ordinal, attempt,
            answer => _suspects.IsSuspectAsync(answer.Row, answer.Outcome != EditOutcome.Removed, suspicion, cancellationToken));

    public override ValueTask<List<string>> MakeRoomAsync(
        QuarantinedRow row, Func<string, bool> mayGiveUp, CancellationToken cancellationToken) =>
        row.IsDeleted ? new([]) : new UniqueRoom<TRow>(Store, _table, Statements, _rows).MakeAsync(RowJson.Read(_table, row.Row), mayGiveUp, cancellationToken);

    public override ValueTask<bool> IsSuspectAsync(QuarantinedRow row, Suspicion suspicion, CancellationToken cancellationToken) =>
        _suspects.IsSuspectAsync(RowJson.ReadKey(_table, row.Key), !row.IsDeleted, suspicion, cancellationToken);

    public override async ValueTask RemoveUnseenAsync(BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var keptBy = Statements.KeptBy(Store.Scope);
        foreach (var key in await _edits.UnseenAsync(cancellationToken))
        {
            // A child that was edited stays until the hub has decided, and so does its parent: it is tried again in each session.
            var outcome = await Store.AnyAsync(keptBy, _table, key, cancellationToken)
                ? new WriteOutcome(0, SyncErrorCode.ForeignKeyViolated, "Other rows still refer to this row.")
                : await _rows.DeleteAsync(key, isPartial: false, cancellationToken);
            if (outcome.IsRefused)
            {
                var change = new RowChange<TRow>(key, ChangeKind.Delete, SyncVersion.None, SyncVersion.None, 0);
                await QuarantineAsync(change, outcome, attempt, cancellationToken);
                continue;
            }

            attempt.CountsOf(_table.Name).Deleted++;
        }
    }

    public override async ValueTask<WriteOutcome> RetryAsync(QuarantinedRow row, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var key = RowJson.ReadKey(_table, row.Key);
        if (await _edits.ExistsAsync(key, cancellationToken))
        {
            return new WriteOutcome(0, row.Code, row.Error);
        }

        var read = row.IsDeleted ? key : RowJson.Read(_table, row.Row);
        var kind = row.IsDeleted ? ChangeKind.Delete : ChangeKind.Write;
        return await PutAsync(new RowChange<TRow>(read, kind, row.Version, row.Base, row.Time), attempt, cancellationToken);
    }

    public override ValueTask UnanchorAsync(QuarantinedRow row, CancellationToken cancellationToken) =>
        _edits.SetAnchorAsync(RowJson.ReadKey(_table, row.Key), 0, cancellationToken);

    public override EditCursor OpenEdits() => new EditCursor<TRow>(Store, _table, Statements);

    private async ValueTask LockAsync(List<TRow> keys, CancellationToken cancellationToken)
    {
        if (!_set.IsFor(keys.Count) || !await _set.TryLockAsync(keys, cancellationToken))
        {
            await _locks.TakeAsync(keys, cancellationToken);
        }
    }

    /// <summary>Applies the writes of a batch, or what is gone, at once; answers false where they must be applied one by one.</summary>
    private async ValueTask<bool> TryApplyAsync(List<RowChange<TRow>> changes, bool gone, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (_set.HasInserted && !gone)
        {
            attempt.IsMistaken |= !attempt.TakesSets || (_hasEdits ??= await HasEditsAsync(cancellationToken));
            changes.ForEach(change => Count(change.Kind, attempt));
            return true;
        }

        var rows = changes.Where(change => change.Kind != ChangeKind.Write == gone).Select(change => change.Row).ToList();
        if (!attempt.TakesSets || !_set.IsFor(rows.Count) || !_set.AreDistinct(rows) || gone && !_set.MayDelete(attempt.IsPartial)
            || (_hasEdits ??= await HasEditsAsync(cancellationToken))
            || !await _set.TryPutAsync(rows, gone, attempt.IsScan, cancellationToken))
        {
            return false;
        }

        foreach (var change in changes.Where(change => change.Kind != ChangeKind.Write == gone))
        {
            Count(change.Kind, attempt);
        }

        return true;
    }

    private void Count(ChangeKind kind, BatchAttempt attempt)
    {
        var counts = attempt.CountsOf(_table.Name);
        counts.Written += kind == ChangeKind.Write ? 1 : 0;
        counts.Deleted += kind == ChangeKind.Delete ? 1 : 0;
        counts.Evicted += kind == ChangeKind.Evict ? 1 : 0;
    }

    private async ValueTask ReceiveAsync(
        RowChange<TRow> change, RowPosition position, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        attempt.At = position;
        if ((_hasEdits ??= await HasEditsAsync(cancellationToken)) && await _edits.ExistsAsync(change.Row, cancellationToken))
        {
            // The hub will decide when the edit arrives.
            attempt.CountsOf(_table.Name).Skipped++;
        }
        else if (attempt.ExclusionOf(position) is { } exclusion)
        {
            await QuarantineAsync(change, exclusion, attempt, cancellationToken);
        }
        else if ((await PutAsync(change, attempt, cancellationToken)).IsRefused)
        {
            _refused.Add(position, change);
        }
    }

    private async ValueTask<WriteOutcome> PutAsync(RowChange<TRow> change, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var outcome = change.Kind == ChangeKind.Write
            ? await _rows.PutAsync(change.Row, attempt.IsScan, cancellationToken)
            : await _rows.DeleteAsync(change.Row, attempt.IsPartial, cancellationToken);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        Count(change.Kind, attempt);
        await ReleaseAsync(change.Row, attempt, cancellationToken);
        return outcome;
    }

    private async ValueTask ReleaseAsync(TRow key, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.HasQuarantine)
        {
            attempt.CountsOf(_table.Name).Released +=
                await Store.Quarantine.RemoveKeyAsync(_table.Name, RowJson.WriteKey(_table, key), cancellationToken);
        }
    }

    private async ValueTask QuarantineAsync(
        RowChange<TRow> change, WriteOutcome refusal, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var key = RowJson.WriteKey(_table, change.Row);
        await Store.Quarantine.ReplaceAsync(new QuarantinedRow
        {
            Table = _table.Name,
            Key = key,
            Row = change.Kind == ChangeKind.Write ? RowJson.Write(_table, change.Row) : key,
            IsDeleted = change.Kind != ChangeKind.Write,
            Version = change.Version,
            Base = change.Base,
            Time = change.Time,
            Code = refusal.Refusal,
            Error = refusal.Reason ?? "",
        }, cancellationToken);
        attempt.Quarantined(_table.Name, key, refusal);
    }
}
