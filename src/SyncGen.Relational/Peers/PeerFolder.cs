namespace SyncGen.Relational.Peers;

/// <summary>Turns what triggers logged into tracking rows, before rows are read and before they are decided.</summary>
internal sealed class PeerFolder(RelationalStore store, IReadOnlyList<PeerTable> tables)
{
    /// <summary>Folds in a transaction of its own, if there is anything to fold, and reads the state.</summary>
    public async ValueTask FoldAsync(CancellationToken cancellationToken)
    {
        if (!await HasLogAsync(cancellationToken))
        {
            await store.ReadStateAsync(cancellationToken);
            return;
        }

        await store.BeginAsync(forWriting: true, cancellationToken);
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
        foreach (var table in tables)
        {
            if (await table.HasLogAsync(cancellationToken))
            {
                await table.FoldAsync(cancellationToken);
            }
        }
    }

    private async ValueTask<bool> HasLogAsync(CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            if (await table.HasLogAsync(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
