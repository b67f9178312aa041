using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>A peer's rows with their tracking: stores what was decided, and settles conflicts.</summary>
internal sealed class PeerRows<TRow>
    where TRow : class
{
    private readonly RelationalStore _store;
    private readonly SyncTable<TRow> _table;

    public PeerRows(RelationalStore store, SyncTable<TRow> table, TableStatements statements, int ordinal)
    {
        _store = store;
        _table = table;
        Base = new BaseRows<TRow>(store, table, statements, ordinal);
        Tracked = new TrackedRows<TRow>(store, table, statements, Base);
    }

    public BaseRows<TRow> Base { get; }

    public TrackedRows<TRow> Tracked { get; }

    /// <summary>Stores a row, or its deletion, with the version that it has, in place of what was there.</summary>
    public async ValueTask<RowResult> StoreAsync(
        TRow row, RowVersion version, LocalRow local, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var outcome = version.IsDeleted
            ? local.IsPresent ? await Base.DeleteAsync(row, attempt.IsPartial, cancellationToken) : WriteOutcome.Done
            : await Base.PutAsync(row, isNew: !local.IsPresent, cancellationToken);
        if (outcome.IsRefused)
        {
            return new RowResult(outcome);
        }

        var tick = await Tracked.WriteAsync(row, local, version, cancellationToken);
        var counts = attempt.CountsOf(_table.Name);
        if (version.IsDeleted)
        {
            counts.Deleted++;
        }
        else
        {
            counts.Written++;
        }

        return new RowResult(WriteOutcome.Done, tick, Stands: true);
    }

    /// <summary>Gives a row a new local tick, so that it flows to those that have read it, though its content did not change.</summary>
    public async ValueTask TouchAsync(TRow key, CancellationToken cancellationToken)
    {
        var local = await Tracked.FindAsync(key, cancellationToken);
        if (local.Exists)
        {
            var version = new RowVersion(local.Version, local.Base, local.Time, local.IsDeleted);
            await Tracked.WriteAsync(key, local, version, cancellationToken);
        }
    }

    /// <summary>Adds a row whose key is probably not here; null if it is, and nothing was done.</summary>
    public async ValueTask<WriteOutcome?> TryAddAsync(
        TRow row, RowVersion version, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (!await Tracked.TryAddAsync(row, version, cancellationToken))
        {
            return null;
        }

        var outcome = await Base.InsertAsync(row, cancellationToken);
        if (!outcome.IsRefused)
        {
            attempt.CountsOf(_table.Name).Written++;
            return outcome;
        }

        await Tracked.RemoveAsync(_store.State.Tick, cancellationToken);
        return outcome.IsKeyTaken ? null : outcome;
    }

    /// <summary>Compares the contents of two writes that have not seen each other, and settles the conflict if they differ.</summary>
    public async ValueTask<RowResult> CompareAsync(
        TRow row, RowVersion incoming, LocalRow local, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var newer = Decider.IsNewer(incoming, local);
        var localRow = row;
        if (!local.IsDeleted)
        {
            try
            {
                localRow = await Base.FindAsync(row, cancellationToken) ?? row;
            }
            catch (SyncException unreadable) when (unreadable.Code == SyncErrorCode.UnreadableValue)
            {
                return new RowResult(new WriteOutcome(0, unreadable.Code, unreadable.Message));
            }
        }

        var same = incoming.IsDeleted == local.IsDeleted && (local.IsDeleted || _table.ContentEquals(row, localRow));
        if (same)
        {
            // A leaf's edit that changes nothing needs no version of its own.
            if (newer && incoming.Version.Replica != await _store.IdentityAsync(cancellationToken))
            {
                return await StoreAsync(row, incoming, local, attempt, cancellationToken);
            }

            attempt.CountsOf(_table.Name).Skipped++;
            return new RowResult(WriteOutcome.Done, local.Tick, Stands: true);
        }

        return await ResolveAsync(row, incoming, localRow, local, newer, attempt, cancellationToken);
    }

    private async ValueTask<RowResult> ResolveAsync(
        TRow row, RowVersion incoming, TRow localRow, LocalRow local, bool newer, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var conflict = new Conflict<TRow>(
            new ConflictSide<TRow>(row, incoming.IsDeleted, new Stamp(incoming.Time, incoming.Version)),
            new ConflictSide<TRow>(localRow, local.IsDeleted, local.Stamp),
            _table.Conflicts,
            OutcomeOf(_table.Conflicts, newer, _store.Settings.Side));
        var resolution = ConflictResolver.Resolve(_table, conflict, _store.Settings.ConflictHandler);
        var (settled, winner) = await SettleAsync(conflict, resolution, incoming, local, newer, attempt, cancellationToken);
        if (settled.IsRefused)
        {
            return settled;
        }

        attempt.CountsOf(_table.Name).Conflicts++;
        foreach (var entry in ConflictResolver.Losers(_table, conflict, resolution, winner))
        {
            await _store.Conflicts.AddAsync(entry, cancellationToken);
        }

        attempt.Note(ConflictResolver.Note(_table, conflict, resolution));
        return settled;
    }

    /// <summary>Makes the outcome be so: as the stamps give it, or else by a write of this store's own that overrides both sides.</summary>
    private async ValueTask<(RowResult Result, Stamp Winner)> SettleAsync(
        Conflict<TRow> conflict,
        ConflictResolution<TRow> resolution,
        RowVersion incoming,
        LocalRow local,
        bool newer,
        BatchAttempt attempt,
        CancellationToken cancellationToken)
    {
        var takesIncoming = resolution.Outcome == ConflictOutcome.Incoming
            || resolution.Outcome == ConflictOutcome.Deleted && incoming.IsDeleted && newer;
        var keepsLocal = resolution.Outcome == ConflictOutcome.Local
            || resolution.Outcome == ConflictOutcome.Deleted && local.IsDeleted && !newer;
        if (takesIncoming && newer)
        {
            var stored = await StoreAsync(conflict.Incoming.Row, incoming, local, attempt, cancellationToken);
            return (stored, conflict.Incoming.Stamp);
        }

        if (keepsLocal && !newer)
        {
            return (new RowResult(WriteOutcome.Done, local.Tick), local.Stamp);
        }

        var (row, deleted) = resolution.Outcome switch
        {
            ConflictOutcome.Incoming => (conflict.Incoming.Row, incoming.IsDeleted),
            ConflictOutcome.Local => (conflict.Local.Row, local.IsDeleted),
            ConflictOutcome.Merged => (resolution.Merged!, false),
            _ => (conflict.Local.Row, true),
        };
        // A leaf whose row stays has it already, and what it makes of it next has seen this outcome.
        var isIncoming = resolution.Outcome == ConflictOutcome.Incoming;
        var version = (await OwnWriteAsync(incoming, local, deleted, cancellationToken)) with { Author = isIncoming ? incoming.Author : null };
        var written = await StoreAsync(row, version, local, attempt, cancellationToken);
        return (written with { Stands = isIncoming }, new Stamp(version.Time, version.Version));
    }

    /// <summary>A write of this store's own that has seen both sides.</summary>
    private async ValueTask<RowVersion> OwnWriteAsync(
        RowVersion incoming, LocalRow local, bool deleted, CancellationToken cancellationToken)
    {
        var self = await _store.IdentityAsync(cancellationToken);
        // A leaf's edit carries this store's own next version: what it replaces is what was here.
        var replaced = incoming.Version.Replica != self
            ? incoming.Version
            : local.Version.Replica != self ? local.Version : local.Base;
        var time = Math.Max(_store.Settings.Environment.NowMicroseconds, Math.Max(incoming.Time, local.Time) + 1);
        return new RowVersion(new SyncVersion(self, _store.State.Tick + 1), replaced, time, deleted);
    }

    private static ConflictOutcome OutcomeOf(ConflictPolicy policy, bool newer, SyncSide side)
    {
        var incoming = policy switch
        {
            ConflictPolicy.SourceWins => true,
            ConflictPolicy.DestinationWins => false,
            ConflictPolicy.ServerWins => side == SyncSide.Client,
            ConflictPolicy.ClientWins => side == SyncSide.Server,
            _ => newer,
        };
        return incoming ? ConflictOutcome.Incoming : ConflictOutcome.Local;
    }
}
