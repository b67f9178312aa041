using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>Turns what triggers logged into tracking rows, before rows are read and before they are decided.</summary>
internal sealed class PeerFolder(RelationalStore store, IReadOnlyList<PeerTable> tables)
{
    /// <summary>Folds in a transaction of its own, if there is anything to fold, and reads the state.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="mark">Whether a partner will read up to the tick that is reached, so that it must have a marker.</param>
    public async ValueTask FoldAsync(CancellationToken cancellationToken, bool mark = false)
    {
        await store.ReadStateAsync(cancellationToken);
        if (!store.State.HasLog && (!mark || store.State.Marker is not null))
        {
            return;
        }

        await store.BeginAsync(TransactionKind.Write, cancellationToken);
        try
        {
            await FoldWithinAsync(cancellationToken);
            if (mark)
            {
                await store.Markers.AddAsync(store.State.Tick, cancellationToken);
            }

            await store.CommitAsync(cancellationToken);
        }
        catch
        {
            await store.RollbackAsync();
            throw;
        }
    }

    /// <summary>
    /// Begins a transaction in which nothing waits to be folded, and whose tick has a marker. It waits for other writers only
    /// where one of the two is not so already.
    /// </summary>
    public async ValueTask BeginFoldedAsync(CancellationToken cancellationToken)
    {
        await store.BeginAsync(TransactionKind.Read, cancellationToken);
        if (store.State.HasLog || store.State.Marker is null)
        {
            await store.RollbackAsync();
            await store.BeginAsync(TransactionKind.Write, cancellationToken);
            await FoldWithinAsync(cancellationToken);
            await store.Markers.AddAsync(store.State.Tick, cancellationToken);
        }
    }

    /// <summary>Folds within the open transaction.</summary>
    public async ValueTask FoldWithinAsync(CancellationToken cancellationToken)
    {
        if (store.TakeMayHaveLog())
        {
            await FoldOrder.FoldAsync(
                tables,
                table => table.HasLogAsync(cancellationToken),
                table => table.HasGoneAsync(cancellationToken),
                (table, part) => table.FoldAsync(part, cancellationToken));
        }

        await store.Parts.FoldAsync(cancellationToken);
    }
}
