using SyncGen.Providers;
using SyncGen.Relational.Sessions;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>
/// A peer that starts again, because a partner has forgotten deletes that it never heard of: its unsent writes are new
/// writes under a new identity, and it reads all that a partner holds. What the partner knows and did not send was deleted,
/// and is removed in the end. What the partner does not know, since it came from a third store, stays.
/// </summary>
internal sealed class PeerReload(RelationalStore store, IReadOnlyList<PeerTable> tables)
{
    /// <summary>Notes the rows that the source holds but cannot read.</summary>
    public async ValueTask SeeAsync(IReadOnlyList<UnreadableRow> unreadable, long began, CancellationToken cancellationToken)
    {
        foreach (var row in unreadable)
        {
            var table = tables.FirstOrDefault(table => string.Equals(table.Table.Name, row.Table, StringComparison.Ordinal));
            await (table?.SeeAsync(row.Key, began, cancellationToken) ?? default);
        }
    }

    public async ValueTask FinishAsync(long began, Knowledge source, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        foreach (var table in tables.Reverse().Where(table => store.Receives(table.Table)))
        {
            await table.RemoveUnseenAsync(began, source, attempt, cancellationToken);
        }

        await store.Parts.CleanAsync(cancellationToken);
        // What was removed leaves no tombstone: leaves that have read it reconcile.
        store.State.ForgottenTick = Math.Max(store.State.ForgottenTick, store.State.Tick);
        store.State.Flags &= ~StoreFlags.Reload;
        await store.SaveStateAsync(cancellationToken);
    }
}
