using SyncGen.Histories.Tests.Stores;
using SyncGen.Providers;

namespace SyncGen.Histories.Tests.Faults;

/// <summary>A store whose sessions go as a plan says, and whose ledger hears what they did.</summary>
internal sealed class FaultyProvider(HistoryStore store) : SyncProvider(store.Inner.Scope)
{
    public override string DisplayName => store.Setup.Name;

    public override SyncRole Role => store.Setup.Role;

    public SessionPlan Plan { get; set; } = SessionPlan.Calm;

    public override Task ProvisionAsync(CancellationToken cancellationToken = default) => store.Inner.ProvisionAsync(cancellationToken);

    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) => store.Inner.DeprovisionAsync(cancellationToken);

    public override async ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken)
    {
        var session = await store.Inner.OpenSessionAsync(settings, cancellationToken);
        return store is PeerStore peer
            ? new FaultyPeerSession((PeerSession)session, peer, Plan)
            : new FaultyLeafSession((LeafSession)session, (LeafStore)store, Plan);
    }

    public override ValueTask DisposeAsync() => store.DisposeAsync();
}
