using SyncGen.Providers;

namespace SyncGen.Tests.Interception;

/// <summary>
/// A store of any kind, whose calls can be watched, delayed and made to fail: the given function hears of each call
/// before and after it, and may throw.
/// </summary>
public sealed class InterceptedProvider(SyncProvider inner, Func<SessionCall, ValueTask> on) : SyncProvider(inner.Scope)
{
    private readonly Interceptor _interceptor = new(inner.DisplayName, on);

    public override string DisplayName => inner.DisplayName;

    public override SyncRole Role => inner.Role;

    public override Task ProvisionAsync(CancellationToken cancellationToken = default) => inner.ProvisionAsync(cancellationToken);

    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) => inner.DeprovisionAsync(cancellationToken);

    public override async ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken)
    {
        await on(new(DisplayName, "OpenSession", IsDone: false));
        StoreSession session = await inner.OpenSessionAsync(settings, cancellationToken) switch
        {
            PeerSession peer => new InterceptedPeerSession(peer, _interceptor),
            LeafSession leaf => new InterceptedLeafSession(leaf, _interceptor),
            var other => other,
        };
        try
        {
            await on(new(DisplayName, "OpenSession", IsDone: true));
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
