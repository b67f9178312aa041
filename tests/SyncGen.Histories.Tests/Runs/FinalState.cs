using SyncGen.Histories.Tests.Stores;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Runs;

/// <summary>What must hold when writing has stopped and sessions have come to rest.</summary>
internal sealed class FinalState(World world)
{
    public void Require()
    {
        RequireSameRows();
        var survived = world.Peers[0].Rows().Aggregate(Lineage.Empty, (all, key) => all.Union(world.Peers[0].Look(key).Lineage));
        world.Ledger.RequireNothingLost(survived);
        if (world.Plan.IsExact && world.Ledger.FalseConflicts > 0)
        {
            throw world.Ledger.Fail($"{world.Ledger.FalseConflicts} conflicts that were none");
        }
    }

    private void RequireSameRows()
    {
        var expected = Rows(world.Peers[0], withStamps: true);
        foreach (var peer in world.Peers.Skip(1).Where(peer => Rows(peer, withStamps: true) != expected))
        {
            throw world.Ledger.Fail($"{peer.Setup.Name} differs from {world.Peers[0].Setup.Name}: {Rows(peer, withStamps: true)}\ninstead of {expected}");
        }

        foreach (var leaf in world.Leaves)
        {
            if (leaf.Edits > 0)
            {
                throw world.Ledger.Fail($"{leaf.Setup.Name} still holds {leaf.Edits} edits");
            }

            if (Rows(leaf, withStamps: false) != Rows(leaf.Hub, withStamps: false))
            {
                throw world.Ledger.Fail($"{leaf.Setup.Name} differs from its hub: {Rows(leaf, withStamps: false)}\ninstead of {Rows(leaf.Hub, withStamps: false)}");
            }
        }
    }

    private static string Rows(HistoryStore store, bool withStamps) => string.Join(", ", store.Rows()
        .OrderBy(key => key.Table, StringComparer.Ordinal).ThenBy(key => key.Key)
        .Where(key => withStamps || store.Read(key).Value is not null)
        .Select(key => $"{key} = {store.Read(key).Content ?? "gone"}{(withStamps ? StampOf((PeerStore)store, key) : "")}"));

    private static string StampOf(PeerStore peer, RowKey key) =>
        (peer.Tracked(key)?.Stamp ?? peer.Provisioned) is var stamp ? $" at {stamp.Time} by {stamp.Version}" : "";
}
