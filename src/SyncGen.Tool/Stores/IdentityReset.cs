using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tool.Stores;

/// <summary>Lets a store take a new identity, as a session does that finds out that it was copied.</summary>
internal static class IdentityReset
{
    /// <summary>Resets the identity; answers the former and the new one.</summary>
    public static async Task<(ReplicaId Former, ReplicaId Identity)> RunAsync(SyncProvider store, CancellationToken cancellationToken)
    {
        // A session would create a file that is not there.
        await store.CheckAsync(cancellationToken);
        await using var session = await store.OpenSessionAsync(new SessionSettings(), cancellationToken);
        return session is LeafSession leaf ? await ResetAsync(leaf, cancellationToken) : await ResetAsync((PeerSession)session, cancellationToken);
    }

    private static async Task<(ReplicaId Former, ReplicaId Identity)> ResetAsync(PeerSession peer, CancellationToken cancellationToken)
    {
        var former = await peer.IdentifyAsync(cancellationToken);
        // What a store is told whose marker a partner does not recognise.
        await peer.ResetIdentityAsync(long.MaxValue, cancellationToken);
        return (former.Replica, (await peer.IdentifyAsync(cancellationToken)).Replica);
    }

    private static async Task<(ReplicaId Former, ReplicaId Identity)> ResetAsync(LeafSession leaf, CancellationToken cancellationToken)
    {
        var former = await leaf.IdentifyAsync(cancellationToken);
        // What a leaf hears from its hub that has taken more of it than it made.
        var met = await leaf.MeetAsync(new HubState(former.Hub, 0, long.MaxValue, former.Fingerprint), cancellationToken);
        return (former.Leaf, met.Leaf);
    }
}
