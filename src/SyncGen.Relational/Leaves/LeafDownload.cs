using SyncGen.Providers;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.State;

namespace SyncGen.Relational.Leaves;

/// <summary>A leaf as the destination of a download.</summary>
internal sealed class LeafDownload(RelationalStore store, IReadOnlyList<LeafTable> tables, LeafFolder folder, HubProgress progress)
{
    private bool _restarted;
    private bool _hasApplied;

    public async ValueTask<DownloadRequest> BeginAsync(CancellationToken cancellationToken)
    {
        await store.ReadStateAsync(cancellationToken);
        _restarted = false;
        var leaf = await store.IdentityAsync(cancellationToken);
        var hub = await progress.BeginAsync(cancellationToken);
        var isOther = await IsOtherInstanceAsync(hub, cancellationToken);
        if (isOther && _hasApplied)
        {
            throw new SyncException(SyncErrorCode.StoreContended,
                $"Another session synchronises this leaf with another part of scope '{store.Scope.Name}' than {store.Filter?.Text ?? "all of it"}, with which this one began. Synchronise one after the other.");
        }

        var reconcile = isOther || store.State.Flags.HasFlag(StoreFlags.Reconcile);
        return new DownloadRequest(leaf, hub.Anchor, isOther ? null : hub.Cursor, reconcile, store.Filter);
    }

    public async ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        if (await IsReadAsync(header, batch, cancellationToken))
        {
            return BatchResult.Empty;
        }

        tables.Arrange(batch);
        var attempt = await new BatchRunner(store).RunAsync(
            () => tables.LockAsync(batch, store.TakeAreRowsNew(), cancellationToken),
            attempt => ApplyAsync(header, batch, attempt, cancellationToken),
            (attempt, suspicion) => tables.FindOrphansAsync(batch, attempt, suspicion, cancellationToken),
            cancellationToken);
        if (!attempt.IsStale)
        {
            progress.Applied(batch);
            _restarted = true;
            _hasApplied = true;
        }

        return attempt.Result;
    }

    private async ValueTask ApplyAsync(ChangeHeader header, ChangeBatch batch, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await folder.BeginAttemptAsync(attempt, cancellationToken);
        var hub = await progress.ReadAsync(cancellationToken);
        if (progress.IsBatchStale(hub))
        {
            attempt.IsStale = true;
            return;
        }

        attempt.IsScan = hub.Anchor == 0 || ReadCursor.Read(batch.Cursor).Stage == ReadStage.Scan;
        attempt.IsPartial = !batch.IsLast || attempt.HasQuarantine;
        await PrepareReconcileAsync(header, await IsOtherInstanceAsync(hub, cancellationToken), cancellationToken);
        await (store.Instance?.WriteAsync(store.Filter?.Text ?? "", cancellationToken) ?? ValueTask.CompletedTask);
        foreach (var changes in batch.Tables)
        {
            await tables.Of(changes.Table).ApplyAsync(changes, gone: false, header.Reconcile, attempt, cancellationToken);
        }

        foreach (var changes in batch.Tables.Reverse())
        {
            await tables.Of(changes.Table).ApplyAsync(changes, gone: true, header.Reconcile, attempt, cancellationToken);
        }

        await tables.SettleRefusedAsync(attempt, cancellationToken);
        foreach (var row in batch.Unreadable)
        {
            attempt.CountsOf(row.Table).Skipped++;
        }

        if (batch.IsLast)
        {
            await FinishReconcileAsync(header, attempt, cancellationToken);
        }

        await progress.SaveAsync(header, batch, hub, cancellationToken);
    }

    /// <summary>Starts to note which keys are seen, unless that goes on from a session that broke off.</summary>
    private async ValueTask PrepareReconcileAsync(ChangeHeader header, bool isOtherInstance, CancellationToken cancellationToken)
    {
        var goesOn = !isOtherInstance && store.State.Flags.HasFlag(StoreFlags.Reconcile) && (_restarted || !header.Restarted);
        if (!header.Reconcile || goesOn)
        {
            return;
        }

        foreach (var table in tables)
        {
            await table.ClearSeenAsync(cancellationToken);
        }

        store.State.Flags |= StoreFlags.Reconcile;
        await store.SaveStateAsync(cancellationToken);
    }

    /// <summary>Whether this store holds, or has begun to read, another part of the scope than it is opened for.</summary>
    private async ValueTask<bool> IsOtherInstanceAsync(ReplicaRow hub, CancellationToken cancellationToken) =>
        store.Instance is not null
        && (hub.Anchor > 0 || hub.Cursor is not null)
        && !string.Equals(await store.Instance.ReadAsync(cancellationToken) ?? "", store.Filter?.Text ?? "", StringComparison.Ordinal);

    private async ValueTask FinishReconcileAsync(ChangeHeader header, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (!header.Reconcile)
        {
            return;
        }

        foreach (var table in tables.Reverse())
        {
            if (table.Table.Direction != SyncDirection.UploadOnly)
            {
                await table.RemoveUnseenAsync(attempt, cancellationToken);
            }

            await table.ClearSeenAsync(cancellationToken);
        }

        store.State.Flags &= ~StoreFlags.Reconcile;
        await store.SaveStateAsync(cancellationToken);
    }

    /// <summary>Whether all that the batch is part of was read before: nothing is new, or it comes a second time.</summary>
    private async ValueTask<bool> IsReadAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        var hub = await progress.ReadAsync(cancellationToken);
        // What was never read to the end is probably not here yet.
        store.AreRowsNew = !header.Reconcile && hub.Anchor == 0;
        return progress.IsRepeated(batch, hub) || !header.Reconcile && hub.Anchor == header.Watermark && hub.Cursor is null;
    }
}
