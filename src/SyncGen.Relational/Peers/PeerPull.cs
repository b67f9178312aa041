using SyncGen.Providers;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>A peer as the destination of a pull.</summary>
internal sealed class PeerPull(RelationalStore store, IReadOnlyList<PeerTable> tables, PeerFolder folder)
{
    public async ValueTask<PullRequest> BeginAsync(PeerState source, CancellationToken cancellationToken)
    {
        await store.ReadStateAsync(cancellationToken);
        var replica = await store.IdentityAsync(cancellationToken);
        var knowledge = await store.KnowledgeAsync(cancellationToken);
        var known = await store.Replicas.ReadAsync(source.Replica, cancellationToken) ?? new();
        await RequireSameInstanceAsync(cancellationToken);
        return new PullRequest(replica, knowledge, known.Anchor, known.Cursor, store.State.Flags.HasFlag(StoreFlags.Reload), known.Marker)
        {
            Filter = store.Filter,
        };
    }

    public async ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        if (await IsAppliedAsync(header, batch, cancellationToken)
            || batch.Count == 0 && await IsNothingNewAsync(header, batch, cancellationToken))
        {
            return BatchResult.Empty;
        }

        tables.Arrange(batch);
        var attempt = await new BatchRunner(store).RunAsync(
            () => tables.LockAsync(batch, store.TakeAreRowsNew(), cancellationToken),
            attempt => ApplyAsync(header, batch, attempt, cancellationToken),
            (attempt, suspicion) => tables.FindOrphansAsync(batch, attempt, suspicion, cancellationToken),
            cancellationToken);
        return attempt.Result;
    }

    private async ValueTask ApplyAsync(
        ChangeHeader header, ChangeBatch batch, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await folder.FoldWithinAsync(cancellationToken);
        var pull = new PullContext(header, await store.Replicas.NumberOfAsync(header.Source, cancellationToken));
        var before = store.State.Tick;
        attempt.Own = await store.KnowledgeAsync(cancellationToken);
        attempt.HasQuarantine = !await store.Quarantine.IsEmptyAsync(cancellationToken);
        attempt.IsPartial = !batch.IsLast || attempt.HasQuarantine;
        attempt.ReloadedFrom = store.State.Flags.HasFlag(StoreFlags.Reload) ? await store.Partners.FormerTickAsync(cancellationToken) : null;
        attempt.IsScan = ReadCursor.Read(batch.Cursor).Stage != ReadStage.Changes || attempt.Own.TickOf(header.Source) == 0;
        tables.BeginAttempt();
        await ApplyAsync(batch, ChangeKind.Write, pull, attempt, cancellationToken);
        await ApplyAsync(batch, ChangeKind.Evict, pull, attempt, cancellationToken);
        await ApplyAsync(batch, ChangeKind.Delete, pull, attempt, cancellationToken);
        foreach (var changes in batch.Tables)
        {
            await tables.Of(changes.Table).SettleRefusedAsync(pull, attempt, cancellationToken);
        }

        await CheckAsync(batch, pull, before, attempt, cancellationToken);
        await new PartOrphans(store, tables).RejectAsync(batch, pull, attempt, cancellationToken);
        if (attempt.ReloadedFrom is { } began)
        {
            var reload = new PeerReload(store, tables);
            await reload.SeeAsync(batch.Unreadable, began, cancellationToken);
            if (batch.IsLast)
            {
                await reload.FinishAsync(began, header.Knowledge, attempt, cancellationToken);
            }
        }

        await AdvanceAsync(header, batch, attempt, cancellationToken);
    }

    private async ValueTask ApplyAsync(
        ChangeBatch batch, ChangeKind kind, PullContext pull, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        // Parents before children, and for deletes the other way round.
        var ordered = kind == ChangeKind.Write ? batch.Tables : batch.Tables.Reverse();
        foreach (var changes in ordered)
        {
            await tables.Of(changes.Table).ApplyAsync(changes, kind, pull, attempt, cancellationToken);
        }
    }

    /// <summary>Gives up the rows that came to lie outside their source's part: the batch is applied again without them.</summary>
    private async ValueTask CheckAsync(
        ChangeBatch batch, PullContext pull, long before, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (pull.Filter is null)
        {
            return;
        }

        await store.Parts.FoldAsync(cancellationToken);
        foreach (var changes in batch.Tables)
        {
            foreach (var position in await tables.Of(changes.Table).FindOutsideAsync(changes, pull, before, cancellationToken))
            {
                attempt.GivenUp.TryAdd(position, PartRefusal.Outcome);
            }
        }
    }

    /// <summary>A peer keeps its part: what it holds of another one would be told from no write of its own.</summary>
    private async ValueTask RequireSameInstanceAsync(CancellationToken cancellationToken)
    {
        if (store.Instance is not null && await store.Instance.ReadAsync(cancellationToken) is { } filter
            && !string.Equals(filter, store.Filter?.Text ?? "", StringComparison.Ordinal))
        {
            throw new SyncException(SyncErrorCode.TopologyMismatch,
                $"This peer holds the part {(filter.Length == 0 ? "without a filter" : filter)} of scope '{store.Scope.Name}', but was opened for {store.Filter?.Text ?? "all of it"}. A peer keeps its part: open it with the filter that it had, or deprovision it and begin anew.");
        }
    }

    /// <summary>Stores how far this store has read, and with the last batch what it knows now.</summary>
    private async ValueTask AdvanceAsync(
        ChangeHeader header, ChangeBatch batch, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var source = await store.Replicas.NumberOfAsync(header.Source, cancellationToken);
        var known = await store.Replicas.ReadAsync(source, cancellationToken);
        var after = attempt.Own.Copy();
        foreach (var version in attempt.Learned)
        {
            after.RemoveMissing(version);
        }

        if (batch.IsLast)
        {
            after.Merge(header.Knowledge);
        }

        foreach (var row in batch.Unreadable.Where(row => !row.Version.IsNone))
        {
            after.AddMissing(row.Version);
            attempt.CountsOf(row.Table).Skipped++;
        }

        if (!await store.Quarantine.IsEmptyAsync(cancellationToken))
        {
            foreach (var version in await store.Quarantine.VersionsAsync(cancellationToken))
            {
                after.AddMissing(version);
            }
        }

        await store.Known.WriteAsync(attempt.Own, after, store.State, cancellationToken);
        await (store.Instance?.WriteAsync(store.Filter?.Text ?? "", cancellationToken) ?? ValueTask.CompletedTask);
        if (batch.IsLast)
        {
            await store.Replicas.SetProgressAsync(source, header.Watermark, null, header.Marker, cancellationToken);
        }
        else
        {
            await store.Replicas.SetProgressAsync(source, known.Anchor, batch.Cursor, header.Marker, cancellationToken);
        }
    }

    /// <summary>
    /// Whether the batch came before, and only the answer was lost: its cursor is stored with it. Deciding it once more
    /// would do no harm to rows, but log their conflicts again.
    /// </summary>
    private async ValueTask<bool> IsAppliedAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        await store.ReadStateAsync(cancellationToken);
        if (batch.Count == 0)
        {
            return false;
        }

        var row = await store.Replicas.ReadAsync(header.Source, cancellationToken);
        // What was never read to the end is probably not here yet; a part of a scope is looked at row by row.
        store.AreRowsNew = row is null or { Anchor: 0 } && header.Filter is null && !store.State.Flags.HasFlag(StoreFlags.Reload);
        if (row is not { } known)
        {
            return false;
        }

        return batch.IsLast
            ? known.Anchor == header.Watermark && known.Cursor is null && !store.State.Flags.HasFlag(StoreFlags.Reload)
            : batch.Cursor.AsSpan().SequenceEqual(known.Cursor);
    }

    private async ValueTask<bool> IsNothingNewAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        if (!batch.IsLast || batch.Unreadable.Count > 0
            || await store.Replicas.ReadAsync(header.Source, cancellationToken) is not { } known)
        {
            return false;
        }

        if (known.Anchor != header.Watermark || known.Cursor is not null)
        {
            return false;
        }

        var own = await store.KnowledgeAsync(cancellationToken);
        return own.Missing.Count == 0 && header.Knowledge.Ticks.All(tick => own.TickOf(tick.Key) >= tick.Value);
    }
}
