using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>
/// Removes the tombstones that every peer knows, and what is kept for partners that were silent for too long. A peer
/// among them is expelled: it starts again when it comes back. A leaf reconciles.
/// </summary>
internal sealed class PeerForgetting(RelationalStore store, IReadOnlyList<PeerTable> tables, PeerFolder folder)
{
    /// <summary>Forgets in one transaction.</summary>
    /// <param name="retention">How long tombstones and partners that say nothing are kept.</param>
    /// <param name="cancellationToken">Cancels; nothing is forgotten then.</param>
    /// <returns>How many tombstones were removed.</returns>
    public async ValueTask<long> ForgetAsync(TimeSpan retention, CancellationToken cancellationToken)
    {
        await store.BeginAsync(TransactionKind.Write, cancellationToken);
        try
        {
            await folder.FoldWithinAsync(cancellationToken);
            var silentSince = store.Settings.Environment.NowMicroseconds - retention.Ticks / TimeSpan.TicksPerMicrosecond;
            await store.Partners.ExpelAsync(store.State.Self, silentSince, cancellationToken);
            var partners = await store.Partners.PartnersAsync(cancellationToken);
            var self = await store.IdentityAsync(cancellationToken);
            var forgotten = 0L;
            foreach (var table in tables)
            {
                forgotten += await ForgetAsync(table, silentSince, partners, cancellationToken);
            }

            var known = partners.Select(knowledge => knowledge.TickOf(self)).DefaultIfEmpty(long.MaxValue).Min();
            await store.Parts.ForgetAsync(silentSince, known, cancellationToken);
            await store.Markers.ForgetAsync(store.State.ForgottenTick, cancellationToken);
            await store.SaveStateAsync(cancellationToken);
            await store.CommitAsync(cancellationToken);
            return forgotten;
        }
        catch
        {
            await store.RollbackAsync();
            throw;
        }
    }

    private async ValueTask<long> ForgetAsync(
        PeerTable table, long before, IReadOnlyList<Knowledge> partners, CancellationToken cancellationToken)
    {
        var waiting = await store.Quarantine.KeysAsync(table.Table.Name, cancellationToken);
        var forgettable = new List<(long Tick, long Time)>();
        await foreach (var (key, fields) in table.ReadTombstonesAsync(cancellationToken))
        {
            var version = new SyncVersion(await store.Replicas.IdOfAsync(fields.Replica, cancellationToken), fields.Version);
            if (fields.Time < before && !waiting.Contains(key) && partners.All(knowledge => knowledge.Covers(version)))
            {
                forgettable.Add((fields.Tick, fields.Time));
            }
        }

        var remove = store.Connection.Statement(table.Statements.Peer.DeleteByTick);
        foreach (var (tick, time) in forgettable)
        {
            remove.Parameters.SetInt64(0, tick);
            await remove.RunAsync(cancellationToken);
            store.State.ForgottenTick = Math.Max(store.State.ForgottenTick, tick);
            store.State.ForgottenTime = Math.Max(store.State.ForgottenTime, time);
        }

        return forgettable.Count;
    }
}
