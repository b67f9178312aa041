using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>
/// A peer that starts again: its unsent writes are new writes under a new identity, all else comes from a partner. What
/// the partner did not send, and this store did not write since, is removed at the end.
/// </summary>
internal sealed class PeerReload(RelationalStore store, IReadOnlyList<PeerTable> tables)
{
    public async ValueTask FinishAsync(BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var began = await store.Partners.FormerTickAsync(cancellationToken);
        foreach (var table in tables.Reverse())
        {
            await table.RemoveUnseenAsync(began, attempt, cancellationToken);
        }

        // What was removed leaves no tombstone: leaves that have read it reconcile.
        store.State.ForgottenTick = Math.Max(store.State.ForgottenTick, store.State.Tick);
        store.State.Flags &= ~StoreFlags.Reload;
        await store.SaveStateAsync(cancellationToken);
    }
}
