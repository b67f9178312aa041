using System.Runtime.CompilerServices;
using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>A table of a peer within a session.</summary>
internal sealed class PeerTable<TRow> : PeerTable
    where TRow : class
{
    private readonly SyncTable<TRow> _table;
    private readonly PeerRows<TRow> _rows;
    private readonly EditCompletion<TRow> _completion;
    private readonly EditReceiver<TRow> _edits;
    private readonly ReloadedRows<TRow> _reloaded;
    private readonly PartRows<TRow> _parts;
    private readonly SuspectRows<TRow> _suspects;
    private readonly RowLocks<TRow> _locks;
    private readonly ChangeSets<TRow> _sets;
    private readonly RefusedRows<RowChange<TRow>> _refused = new();
    private readonly HashSet<RowPosition> _rejected = [];

    public PeerTable(RelationalStore store, SyncTable<TRow> table, TableStatements statements, int ordinal)
        : base(store, table, statements, ordinal)
    {
        _table = table;
        _rows = new PeerRows<TRow>(store, table, statements, ordinal);
        var set = new RowSet<TRow>(store, table, statements, ordinal, _rows.Base);
        _sets = new ChangeSets<TRow>(table, _rows, set);
        _completion = new EditCompletion<TRow>(table, _rows.Base, new PresentRows<TRow>(store, table, set), ordinal);
        _edits = new EditReceiver<TRow>(store, table, statements, _rows, set, _completion, ordinal);
        _reloaded = new ReloadedRows<TRow>(store, table, statements, _rows);
        _parts = new PartRows<TRow>(store, table, statements, _rows);
        _suspects = new SuspectRows<TRow>(store, table, statements, _rows.Base);
        _locks = new RowLocks<TRow>(store, table, statements);
    }

    public override async ValueTask ApplyAsync(
        TableChanges changes, ChangeKind kind, PullContext pull, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var rows = ((TableChanges<TRow>)changes).Rows;
        var left = kind == ChangeKind.Evict || pull.Filter is not null
            ? null
            : await _sets.ApplyAsync(rows, kind, pull.MadeWith, attempt, cancellationToken);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Kind != kind || left?.Contains(i) == false)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var position = new RowPosition(Ordinal, i);
            attempt.At = position;
            if (attempt.ExclusionOf(position) is { Refusal: SyncErrorCode.OutsideFilter }
                || await _parts.IsOutsideAsync(rows[i].Row, pull.Filter, cancellationToken))
            {
                _rejected.Add(position);
                await _parts.RejectAsync(rows[i], pull.Source, pull.Filter, attempt, cancellationToken);
            }
            else if (attempt.ExclusionOf(position) is { } exclusion)
            {
                await QuarantineAsync(rows[i], pull, exclusion, attempt, cancellationToken);
            }
            else if ((await ReceiveAsync(rows[i], pull.MadeWith, attempt, cancellationToken)).IsRefused)
            {
                _refused.Add(position, rows[i]);
            }

            if (attempt.ReloadedFrom is { } began)
            {
                await _reloaded.SeeAsync(rows[i].Row, began, cancellationToken);
            }
        }
    }

    public override async ValueTask SettleRefusedAsync(PullContext pull, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var refused = await _refused.SettleAsync(change => ReceiveAsync(change, pull.MadeWith, attempt, cancellationToken), attempt);
        foreach (var (change, refusal) in refused)
        {
            await QuarantineAsync(change, pull, refusal, attempt, cancellationToken);
        }
    }

    public override ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableChanges changes, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken) =>
        OrphanSearch.FindAsync(((TableChanges<TRow>)changes).Rows, Ordinal, attempt,
            change => _suspects.IsSuspectAsync(change.Row, change.Kind == ChangeKind.Write, suspicion, cancellationToken));

    public override async ValueTask<WriteOutcome> RetryAsync(QuarantinedRow row, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (row.Leaf is not null)
        {
            return await _edits.RetryAsync(row, attempt, cancellationToken);
        }

        var madeWith = row.Knowledge is { } bytes ? Knowledge.Read(bytes) : new Knowledge();
        if (row.IsEviction)
        {
            // By what its source knew: a write that was made here since is to go there first.
            var eviction = new RowChange<TRow>(RowJson.ReadKey(_table, row.Row), ChangeKind.Evict, row.Base, SyncVersion.None, row.Time);
            return await _parts.EvictAsync(eviction, madeWith, attempt, cancellationToken);
        }

        var (change, filter, before) = (ChangeOf(row), row.FilterOf(Store.Scope), Store.State.Tick);
        if (await _parts.IsOutsideAsync(change.Row, filter, cancellationToken))
        {
            return PartRefusal.Outcome;
        }

        var outcome = await DecideAsync(change, madeWith, attempt, cancellationToken);
        await _parts.GiveUpAsync(change.Row, filter, before, attempt, cancellationToken);
        return outcome;
    }

    public override async ValueTask<List<string>> MakeRoomAsync(
        QuarantinedRow row, Func<string, bool> mayGiveUp, CancellationToken cancellationToken) =>
        row.IsDeleted ? [] : await new UniqueRoom<TRow>(Store, _table, Statements, _rows.Base).MakeAsync(await RowOfAsync(row, cancellationToken), mayGiveUp, cancellationToken);

    public override ValueTask<bool> IsSuspectAsync(QuarantinedRow row, Suspicion suspicion, CancellationToken cancellationToken) =>
        _suspects.IsSuspectAsync(RowJson.ReadKey(_table, row.Key), !row.IsDeleted, suspicion, cancellationToken);

    public override void Arrange(TableChanges changes) =>
        ((TableChanges<TRow>)changes).Rows.Sort((left, right) => _table.CompareKeys(left.Row, right.Row));

    public override void Arrange(TableEdits edits) =>
        ((TableEdits<TRow>)edits).Edits.Sort((left, right) => _table.CompareKeys(left.Row, right.Row));

    public override async ValueTask LockAsync(TableChanges changes, bool areNew, CancellationToken cancellationToken)
    {
        var rows = ((TableChanges<TRow>)changes).Rows;
        if (!areNew || !await _sets.TryInsertAsync(rows, cancellationToken))
        {
            await LockAsync(rows.ConvertAll(change => change.Row), cancellationToken);
        }
    }

    public override ValueTask LockAsync(TableEdits edits, CancellationToken cancellationToken) =>
        LockAsync(((TableEdits<TRow>)edits).Edits.ConvertAll(edit => edit.Row), cancellationToken);

    public override void BeginAttempt()
    {
        _refused.Clear();
        _rejected.Clear();
        _edits.BeginAttempt();
    }

    public override ValueTask AcceptAsync(
        TableEdits edits, bool deletes, UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken) =>
        _edits.AcceptAsync((TableEdits<TRow>)edits, deletes, upload, attempt, cancellationToken);

    public override async ValueTask CompleteAsync(TableEdits edits, FilterBinding? binding, CancellationToken cancellationToken)
    {
        var rows = ((TableEdits<TRow>)edits).Edits;
        for (var i = 0; i < rows.Count; i++)
        {
            if (EditCompletion<TRow>.IsPartial(rows[i]) && !await _parts.IsOutsideAsync(rows[i].Row, binding, cancellationToken))
            {
                rows[i] = (await _completion.CompleteAsync(rows[i], cancellationToken)).Edit;
            }
        }
    }

    public override ValueTask<TableAnswers> AnswerAsync(
        UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken) =>
        _edits.AnswerAsync(upload, attempt, cancellationToken);

    public override ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableEdits edits, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken) =>
        OrphanSearch.FindAsync(((TableEdits<TRow>)edits).Edits, Ordinal, attempt,
            edit => _suspects.IsSuspectAsync(edit.Row, !edit.IsDeleted, suspicion, cancellationToken));

    public override async ValueTask SeeAsync(string key, long began, CancellationToken cancellationToken)
    {
        TRow row;
        try
        {
            row = RowJson.ReadKey(_table, key);
        }
        catch (SyncException malformed) when (malformed.Code == SyncErrorCode.MalformedData)
        {
            // A key that cannot be read is none that this store holds.
            return;
        }

        await _reloaded.SeeAsync(row, began, cancellationToken);
    }

    public override ValueTask RemoveUnseenAsync(long began, Knowledge source, BatchAttempt attempt, CancellationToken cancellationToken) =>
        _reloaded.RemoveUnseenAsync(began, source, attempt, cancellationToken);

    public override async IAsyncEnumerable<(string Key, TrackFields Fields)> ReadTombstonesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var statement = Store.Connection.Stream(Statements.Peer.Forgettable, _table, new StreamPortions(Statements.Peer.Forgettable, [_table.KeyLength]));
        statement.Parameters.SetInt64(0, 0);
        try
        {
            while (await statement.ReadAsync(cancellationToken))
            {
                var fields = TrackFields.Read(statement.Row, _table.KeyLength);
                yield return (RowReading.KeyOf(_table, statement.Row), fields);
            }
        }
        finally
        {
            statement.Reset();
        }
    }

    public override async ValueTask<IReadOnlyList<RowPosition>> FindOutsideAsync(
        TableChanges changes, PullContext pull, long from, CancellationToken cancellationToken)
    {
        var rows = ((TableChanges<TRow>)changes).Rows;
        var outside = Positions(await _parts.OutsideAsync(from, pull, cancellationToken), key => rows.FindIndex(change => _table.KeyEquals(change.Row, key)));
        // What was rejected already got a new tick where it lies.
        outside.RemoveAll(_rejected.Contains);
        return outside;
    }

    public override async ValueTask<IReadOnlyList<RowPosition>> FindOutsideAsync(
        TableEdits edits, FilterBinding? binding, long from, CancellationToken cancellationToken)
    {
        var outside = await new PartCheck<TRow>(Store, _table, Statements).OutsideAsync(from, binding, cancellationToken);
        var rows = ((TableEdits<TRow>)edits).Edits;
        return Positions(outside, key => rows.FindIndex(edit => _table.KeyEquals(edit.Row, key)));
    }

    public override async ValueTask<bool> LacksParentAsync(QuarantinedRow row, CancellationToken cancellationToken) =>
        !row.IsDeleted && row.Code == SyncErrorCode.ForeignKeyViolated && await _parts.LacksParentAsync(await RowOfAsync(row, cancellationToken), cancellationToken);

    public override ValueTask RejectAsync(QuarantinedRow row, WriteOutcome refusal, BatchAttempt attempt, CancellationToken cancellationToken) =>
        row is { Leaf: null, Source: { } source }
            ? _parts.RejectAsync(ChangeOf(row), source, row.FilterOf(Store.Scope), attempt, cancellationToken)
            : base.RejectAsync(row, refusal, attempt, cancellationToken);

    public override IEnumerable<ChangeCursor> OpenChanges(FilterBinding? binding)
    {
        var part = PartOf(binding);
        ChangeCursor changes = new ChangeCursor<TRow>(Store, _table, Statements, part, Ordinal);
        return part is null ? [changes] : [changes, new EnteringCursor<TRow>(Store, _table, part, _rows, Ordinal)];
    }

    public override IEnumerable<ChangeCursor> OpenEvictions(FilterBinding? binding, bool isPeer)
    {
        if (PartOf(binding) is { } part)
        {
            yield return new LeavingCursor<TRow>(Store, _table, part, isRejection: false, Ordinal);
            if (isPeer)
            {
                yield return new LeavingCursor<TRow>(Store, _table, part, isRejection: true, Ordinal);
            }
        }
    }

    public override ScanCursor OpenScan(FilterBinding? binding, bool withTracking) =>
        new ScanCursor<TRow>(Store, _table, Statements, PartOf(binding), _rows, withTracking, Ordinal);

    private List<RowPosition> Positions(List<TRow> keys, Func<TRow, int> indexOf) =>
        [.. keys.Select(indexOf).Where(index => index >= 0).Select(index => new RowPosition(Ordinal, index))];

    private async ValueTask LockAsync(List<TRow> keys, CancellationToken cancellationToken)
    {
        if (!await _sets.TryLockAsync(keys, cancellationToken))
        {
            await _locks.TakeAsync(keys, cancellationToken);
        }
    }

    private async ValueTask<WriteOutcome> ReceiveAsync(
        RowChange<TRow> change, Knowledge madeWith, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (change.Kind == ChangeKind.Evict)
        {
            var evicted = await _parts.EvictAsync(change, madeWith, attempt, cancellationToken);
            if (!evicted.IsRefused && attempt.HasQuarantine)
            {
                await ReleaseAsync(change, madeWith, isRefused: false, attempt, cancellationToken);
            }

            return evicted;
        }

        WriteOutcome? added = attempt is { IsScan: true, HasQuarantine: false, ReloadedFrom: null } && change.Kind == ChangeKind.Write
            ? await _rows.TryAddAsync(change.Row, VersionOf(change), attempt, cancellationToken)
            : null;
        var outcome = added ?? await DecideAsync(change, madeWith, attempt, cancellationToken);
        if (!outcome.IsRefused)
        {
            attempt.Learn(change.Version);
            if (attempt.HasQuarantine)
            {
                await ReleaseAsync(change, madeWith, isRefused: false, attempt, cancellationToken);
            }
        }

        return outcome;
    }

    private async ValueTask<WriteOutcome> DecideAsync(
        RowChange<TRow> change, Knowledge madeWith, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var local = await _rows.Tracked.FindAsync(change.Row, cancellationToken);
        var version = VersionOf(change);
        switch (Decider.Decide(version, local, madeWith, attempt.Own))
        {
            case Decision.Store:
                return (await _rows.StoreAsync(change.Row, version, local, attempt, cancellationToken)).Outcome;
            case Decision.Compare:
                return (await _rows.CompareAsync(change.Row, version, local, attempt, cancellationToken)).Outcome;
            default:
                attempt.CountsOf(_table.Name).Skipped++;
                return WriteOutcome.Done;
        }
    }

    /// <summary>Lets go of what waited for this key and has been seen by what arrived.</summary>
    private async ValueTask ReleaseAsync(
        RowChange<TRow> change, Knowledge madeWith, bool isRefused, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var key = RowJson.WriteKey(_table, change.Row);
        foreach (var held in await Store.Quarantine.OfKeyAsync(_table.Name, key, cancellationToken))
        {
            if (held.Leaf is null && IsSeen(held, change, madeWith, isRefused))
            {
                await Store.Quarantine.RemoveAsync(held.Id, cancellationToken);
                attempt.Learn(held.Version);
                attempt.CountsOf(_table.Name).Released++;
            }
        }
    }

    /// <summary>
    /// Whether who sent a change has seen what waits for the key. Who evicts the row knew the versions that it had; and whatever
    /// comes of a row whose eviction waits, the row is in the part again.
    /// </summary>
    private static bool IsSeen(QuarantinedRow held, RowChange<TRow> change, Knowledge madeWith, bool isRefused) =>
        held.IsEviction || (change.Kind == ChangeKind.Evict
            ? madeWith.Covers(held.Version)
            : held.Version == change.Version && !isRefused
                || change.Stamp > new Stamp(held.Time, held.Version) && Causality.Follows(change.Version, change.Base, held.Version, madeWith));

    private async ValueTask QuarantineAsync(
        RowChange<TRow> change, PullContext pull, WriteOutcome refusal, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var key = RowJson.WriteKey(_table, change.Row);
        await ReleaseAsync(change, pull.MadeWith, isRefused: true, attempt, cancellationToken);
        await Store.Quarantine.AddAsync(new QuarantinedRow
        {
            Table = _table.Name,
            Key = key,
            Row = change.Kind != ChangeKind.Write ? key : RowJson.Write(_table, change.Row),
            IsDeleted = change.Kind != ChangeKind.Write,
            // An eviction waits without a version, since none is missing for it; but whether it is a rejection is to be known.
            Version = change.Kind == ChangeKind.Evict ? SyncVersion.None : change.Version,
            Base = change.Kind == ChangeKind.Evict ? change.Version : change.Base,
            Time = change.Time,
            Knowledge = pull.MadeWithBytes.Value,
            Source = pull.Filter is null ? null : pull.Source,
            Filter = pull.Filter?.Text,
            Code = refusal.Refusal,
            Error = refusal.Reason ?? "",
        }, cancellationToken);
        attempt.Quarantined(_table.Name, key, refusal);
    }

    private async ValueTask<TRow> RowOfAsync(QuarantinedRow row, CancellationToken cancellationToken) =>
        row.Leaf is null ? RowJson.Read(_table, row.Row) : (await _completion.ReadAsync(row, cancellationToken)).Edit.Row;

    private RowChange<TRow> ChangeOf(QuarantinedRow row) => new(
        row.IsDeleted ? RowJson.ReadKey(_table, row.Row) : RowJson.Read(_table, row.Row),
        row.IsDeleted ? ChangeKind.Delete : ChangeKind.Write,
        row.Version,
        row.Base,
        row.Time);

    private static RowVersion VersionOf(RowChange<TRow> change) =>
        new(change.Version, change.Base, change.Time, change.Kind == ChangeKind.Delete);
}
