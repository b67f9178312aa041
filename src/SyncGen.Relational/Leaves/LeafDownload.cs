using SyncGen.Providers;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.State;

namespace SyncGen.Relational.Leaves;

/// <summary>A leaf as the destination of a download, and of the hub's answers.</summary>
internal sealed class LeafDownload(RelationalStore store, IReadOnlyList<LeafTable> tables, LeafFolder folder)
{
    private bool _restarted;

    public async ValueTask<DownloadRequest> BeginAsync(CancellationToken cancellationToken)
    {
        await store.ReadStateAsync(cancellationToken);
        _restarted = false;
        var leaf = await store.IdentityAsync(cancellationToken);
        var hub = await store.Replicas.ReadAsync(RequireHub(), cancellationToken);
        var isOther = await IsOtherInstanceAsync(hub, cancellationToken);
        var reconcile = isOther || store.State.Flags.HasFlag(StoreFlags.Reconcile);
        return new DownloadRequest(leaf, hub.Anchor, isOther ? null : hub.Cursor, reconcile, store.Filter);
    }

    public async ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        if (!header.Reconcile && await IsReadAsync(header, cancellationToken))
        {
            return BatchResult.Empty;
        }

        tables.Arrange(batch);
        var attempt = await new BatchRunner(store).RunAsync(
            () => tables.LockAsync(batch, store.TakeAreRowsNew(), cancellationToken),
            attempt => ApplyAsync(header, batch, attempt, cancellationToken),
            (attempt, suspicion) => tables.FindOrphansAsync(batch, attempt, suspicion, cancellationToken),
            cancellationToken);
        _restarted = true;
        return attempt.Result;
    }

    public async ValueTask<BatchResult> ConfirmAsync(UploadAnswer answer, CancellationToken cancellationToken)
    {
        var attempt = await new BatchRunner(store).RunAsync(
            () => LockAsync(answer, cancellationToken),
            attempt => ConfirmAsync(answer, attempt, cancellationToken),
            (attempt, suspicion) => FindOrphansAsync(answer, attempt, suspicion, cancellationToken),
            cancellationToken);
        return attempt.Result;
    }

    private async ValueTask LockAsync(UploadAnswer answer, CancellationToken cancellationToken)
    {
        foreach (var answers in answer.Tables)
        {
            await tables.Of(answers.Table).LockAsync(answers, cancellationToken);
        }
    }

    private async ValueTask ApplyAsync(ChangeHeader header, ChangeBatch batch, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await BeginAsync(attempt, cancellationToken);
        var hub = await store.Replicas.ReadAsync(RequireHub(), cancellationToken);
        var anchor = hub.Anchor;
        attempt.IsScan = anchor == 0 || ReadCursor.Read(batch.Cursor).Stage == ReadStage.Scan;
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

        await SettleRefusedAsync(attempt, cancellationToken);
        foreach (var row in batch.Unreadable)
        {
            attempt.CountsOf(row.Table).Skipped++;
        }

        if (batch.IsLast)
        {
            await FinishAsync(header, attempt, cancellationToken);
        }
        else
        {
            await store.Replicas.SetProgressAsync(RequireHub(), anchor, batch.Cursor, header.Marker, cancellationToken);
        }
    }

    private async ValueTask BeginAsync(BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await folder.FoldWithinAsync(cancellationToken);
        attempt.HasQuarantine = !await store.Quarantine.IsEmptyAsync(cancellationToken);
        tables.BeginAttempt();
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

    private async ValueTask FinishAsync(ChangeHeader header, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (header.Reconcile)
        {
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

        await store.Replicas.SetProgressAsync(RequireHub(), header.Watermark, null, header.Marker, cancellationToken);
        await store.Partners.SetMetAsync(RequireHub(), store.Settings.Environment.NowMicroseconds, cancellationToken);
    }

    private async ValueTask ConfirmAsync(UploadAnswer answer, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await BeginAsync(attempt, cancellationToken);
        attempt.IsPartial = true;
        foreach (var answers in answer.Tables)
        {
            await tables.Of(answers.Table).ConfirmAsync(answers, gone: false, attempt, cancellationToken);
        }

        foreach (var answers in answer.Tables.Reverse())
        {
            await tables.Of(answers.Table).ConfirmAsync(answers, gone: true, attempt, cancellationToken);
        }

        await SettleRefusedAsync(attempt, cancellationToken);
        var hub = await store.Replicas.ReadAsync(RequireHub(), cancellationToken);
        if (answer.Marker is { } marker && marker.AsSpan().SequenceCompareTo(hub.Marker) > 0)
        {
            await store.Replicas.SetMarkerAsync(RequireHub(), marker, cancellationToken);
        }
    }

    private async ValueTask SettleRefusedAsync(BatchAttempt attempt, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            await table.SettleRefusedAsync(attempt, cancellationToken);
        }
    }

    /// <summary>Whether all that the batch is part of was read before: nothing is new, or it comes a second time.</summary>
    private async ValueTask<bool> IsReadAsync(ChangeHeader header, CancellationToken cancellationToken)
    {
        var hub = await store.Replicas.ReadAsync(RequireHub(), cancellationToken);
        // What was never read to the end is probably not here yet.
        store.AreRowsNew = hub.Anchor == 0;
        return hub.Anchor == header.Watermark && hub.Cursor is null;
    }

    private async ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        UploadAnswer answer, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken)
    {
        var found = new List<RowPosition>();
        foreach (var answers in answer.Tables)
        {
            found.AddRange(await tables.Of(answers.Table).FindOrphansAsync(answers, attempt, suspicion, cancellationToken));
        }

        return found;
    }

    private int RequireHub() => store.State.Hub
        ?? throw new InvalidOperationException("A leaf meets its hub before rows travel.");
}
