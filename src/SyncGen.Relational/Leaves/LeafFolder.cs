using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Leaves;

/// <summary>Turns what triggers logged into edits: while the anchor that was in force when they were made still is.</summary>
internal sealed class LeafFolder(RelationalStore store, IReadOnlyList<LeafTable> tables)
{
    /// <summary>A hub asks for the marker of the last upload: more than a few could only be asked for by a hub restored itself.</summary>
    private const int MarkersKept = 64;

    /// <summary>Folds in a transaction of its own, if there is anything to fold, and reads the state.</summary>
    public async ValueTask FoldAsync(CancellationToken cancellationToken)
    {
        await store.ReadStateAsync(cancellationToken);
        if (!store.State.Flags.HasFlag(StoreFlags.EditEverything) && !store.State.HasLog)
        {
            return;
        }

        await store.BeginAsync(TransactionKind.Write, cancellationToken);
        try
        {
            await FoldWithinAsync(cancellationToken);
            await store.CommitAsync(cancellationToken);
        }
        catch
        {
            await store.RollbackAsync();
            throw;
        }
    }

    /// <summary>Folds within the open transaction.</summary>
    public async ValueTask FoldWithinAsync(CancellationToken cancellationToken)
    {
        await RemoveVoidEditsAsync(cancellationToken);
        if (store.State.Flags.HasFlag(StoreFlags.EditEverything))
        {
            await EditEverythingAsync(store.State.ProvisionedTime, cancellationToken);
        }

        var anchor = store.State.Hub is { } hub ? (await store.Replicas.ReadAsync(hub, cancellationToken)).Anchor : 0;
        var folded = store.TakeMayHaveLog() && await FoldOrder.FoldAsync(
            tables,
            table => table.HasLogAsync(cancellationToken),
            table => table.HasGoneAsync(cancellationToken),
            (table, part) => table.FoldAsync(part, anchor, cancellationToken));
        if (await store.MarkerAsync(cancellationToken) is null)
        {
            await store.Markers.AddAsync(store.State.Tick, cancellationToken);
            await store.Markers.KeepLastAsync(MarkersKept, cancellationToken);
        }

        if (folded)
        {
            await UnanchorAsync(cancellationToken);
        }
    }

    /// <summary>Begins to apply rows within the open transaction: folds first, so that what was written since is an edit.</summary>
    public async ValueTask BeginAttemptAsync(BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await FoldWithinAsync(cancellationToken);
        attempt.HasQuarantine = !await store.Quarantine.IsEmptyAsync(cancellationToken);
        tables.BeginAttempt();
    }

    /// <summary>Makes every row an edit of a time that has none yet, within the open transaction.</summary>
    public async ValueTask EditEverythingAsync(long time, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            await table.EditEverythingAsync(time, cancellationToken);
        }

        store.State.Flags &= ~StoreFlags.EditEverything;
        await store.SaveStateAsync(cancellationToken);
    }

    private async ValueTask RemoveVoidEditsAsync(CancellationToken cancellationToken)
    {
        foreach (var (sql, tick) in store.VoidEdits)
        {
            var delete = store.Connection.Statement(sql);
            delete.Parameters.SetInt64(0, tick);
            await delete.RunAsync(cancellationToken);
        }
    }

    /// <summary>An edit of a row whose newer state waits in quarantine was made without having seen that state.</summary>
    private async ValueTask UnanchorAsync(CancellationToken cancellationToken)
    {
        if (await store.Quarantine.IsEmptyAsync(cancellationToken))
        {
            return;
        }

        foreach (var id in await store.Quarantine.ListAsync(0, int.MaxValue, cancellationToken))
        {
            var row = await store.Quarantine.FindAsync(id, cancellationToken);
            var table = tables.FirstOrDefault(candidate => string.Equals(candidate.Table.Name, row?.Table, StringComparison.Ordinal));
            if (row is not null && table is not null)
            {
                await table.UnanchorAsync(row, cancellationToken);
            }
        }
    }
}
