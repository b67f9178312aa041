using SyncGen.Conflicts;
using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Conflicts;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>
/// What two peers do of which one holds a part of what the other holds: the one removes rows that left its part, and the
/// other rejects rows outside of it.
/// </summary>
internal sealed class PartRows<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements, PeerRows<TRow> rows)
    where TRow : class
{
    private readonly PartCheck<TRow> _parts = new(store, table, statements);

    /// <summary>Removes a row that left this store's part, without a tombstone. A write of its own that the source does not know stays: it is to go there first.</summary>
    public async ValueTask<WriteOutcome> EvictAsync(
        RowChange<TRow> change, Knowledge source, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var local = await rows.Tracked.FindAsync(change.Row, cancellationToken);
        var isOwn = local.Version.Replica == await store.IdentityAsync(cancellationToken);
        if (!local.IsPresent || isOwn && !source.Covers(local.Version))
        {
            attempt.CountsOf(table.Name).Skipped++;
            return WriteOutcome.Done;
        }

        // A source's own version says that it rejected what this store wrote.
        var lost = change.Version.IsNone || !isOwn ? null : await rows.Base.FindAsync(change.Row, cancellationToken);
        var outcome = await rows.Base.DeleteAsync(change.Row, attempt.IsPartial, cancellationToken);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        if (lost is not null)
        {
            await store.Conflicts.AddAsync(new ConflictEntry(
                table.Name,
                RowJson.WriteKey(table, change.Row),
                table.Conflicts,
                ConflictOutcome.Deleted,
                new ConflictEntrySide(local.Stamp, RowJson.Write(table, lost)),
                new ConflictEntrySide(change.Stamp, null)), cancellationToken);
        }

        if (local.IsTracked)
        {
            await rows.Tracked.RemoveAsync(local.Tick, cancellationToken);
        }

        await ForgetPartAsync(change.Row, cancellationToken);
        attempt.CountsOf(table.Name).Evicted++;
        return WriteOutcome.Done;
    }

    /// <summary>Whether what this store holds of a key lies outside the part of the source of a row.</summary>
    public ValueTask<bool> IsOutsideAsync(TRow key, FilterBinding? filter, CancellationToken cancellationToken) =>
        _parts.IsOutsideAsync(key, filter, cancellationToken);

    /// <summary>Gives up a row that came to lie outside a part since a tick: it is decided once more without it.</summary>
    public ValueTask GiveUpAsync(TRow row, FilterBinding? filter, long before, BatchAttempt attempt, CancellationToken cancellationToken) =>
        _parts.GiveUpAsync(row, filter, before, attempt, cancellationToken);

    /// <summary>Whether a row names a parent that is not here, so that it lies in nobody's part.</summary>
    public ValueTask<bool> LacksParentAsync(TRow row, CancellationToken cancellationToken) => _parts.LacksParentAsync(row, cancellationToken);

    /// <summary>The keys of the rows that changed here after a tick and lie outside the part of their source.</summary>
    public ValueTask<List<TRow>> OutsideAsync(long from, PullContext pull, CancellationToken cancellationToken) =>
        _parts.OutsideAsync(from, pull.Filter, cancellationToken);

    /// <summary>
    /// Settles a row outside its source's part for this store: by a newer write of what is here, or, where the source may not see that,
    /// by a version that makes it remove the row.
    /// </summary>
    public async ValueTask RejectAsync(
        RowChange<TRow> change, int source, FilterBinding? filter, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        attempt.Learn(change.Version);
        attempt.Rejected(table.Name, RowJson.WriteKey(table, change.Row), PartRefusal.Outcome);
        var local = await rows.Tracked.FindAsync(change.Row, cancellationToken);
        var isSeen = local.Exists && !await IsOutsideAsync(change.Row, filter, cancellationToken);
        var time = Math.Max(store.Settings.Environment.NowMicroseconds, Math.Max(change.Time, local.Time) + 1);
        var own = new SyncVersion(await store.IdentityAsync(cancellationToken), store.State.Tick + 1);
        var version = local.Exists && !isSeen
            ? new RowVersion(local.Version, local.Base, local.Time, local.IsDeleted, source)
            : new RowVersion(own, change.Version, time, !local.IsPresent, isSeen ? null : source);
        if (isSeen)
        {
            // The source takes what is here as a newer write, and knows of no conflict: only here does what it wrote leave a trace.
            await LogAsync(change, local.IsPresent ? await rows.Base.FindAsync(change.Row, cancellationToken) : null, new Stamp(time, own), cancellationToken);
        }

        await rows.Tracked.WriteAsync(change.Row, local, version, cancellationToken);
    }

    private ValueTask LogAsync(RowChange<TRow> loser, TRow? winner, Stamp stamp, CancellationToken cancellationToken) =>
        store.Conflicts.AddAsync(new ConflictEntry(
            table.Name,
            RowJson.WriteKey(table, loser.Row),
            table.Conflicts,
            winner is null ? ConflictOutcome.Deleted : ConflictOutcome.Local,
            new ConflictEntrySide(loser.Stamp, loser.Kind == ChangeKind.Write ? RowJson.Write(table, loser.Row) : null),
            new ConflictEntrySide(stamp, winner is null ? null : RowJson.Write(table, winner))), cancellationToken);

    /// <summary>Tells the clients of this store, which hold parts themselves, that the row of a key is in nobody's part any more.</summary>
    private async ValueTask ForgetPartAsync(TRow key, CancellationToken cancellationToken)
    {
        if (statements.Part is not { } part)
        {
            return;
        }

        var move = store.Connection.Statement(part.MoveOut, table);
        table.WriteKey(key, move.Parameters);
        move.Parameters.SetInt64(table.KeyLength, store.State.NextTick());
        move.Parameters.SetInt64(table.KeyLength + 1, store.Settings.Environment.NowMicroseconds);
        await move.RunAsync(cancellationToken);
        var remove = store.Connection.Statement(part.Remove, table);
        table.WriteKey(key, remove.Parameters);
        await remove.RunAsync(cancellationToken);
    }
}
