using SyncGen.Providers;

namespace SyncGen.Histories.Tests.Services;

/// <summary>A peer as its service has it. It is the world's, and stays when the service goes.</summary>
internal sealed class ServedPeer(SyncProvider peer) : SyncProvider(peer.Scope)
{
    public override string DisplayName => peer.DisplayName;

    public override SyncRole Role => peer.Role;

    public override Task ProvisionAsync(CancellationToken cancellationToken = default) => peer.ProvisionAsync(cancellationToken);

    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) => peer.DeprovisionAsync(cancellationToken);

    public override ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken) =>
        peer.OpenSessionAsync(settings, cancellationToken);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
