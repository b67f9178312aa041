using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Reports;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>A hub's store that remembers earlier models, whether it was migrated from them or not; and says which were asked for.</summary>
internal sealed class RememberingProvider(SyncProvider inner, IReadOnlyList<ScopeDescription> former, Action<string> asked) : SyncProvider(inner.Scope)
{
    public override string DisplayName => inner.DisplayName;

    public override SyncRole Role => inner.Role;

    public override FilterBinding? Filter => inner.Filter;

    public override Task ProvisionAsync(CancellationToken cancellationToken = default) => inner.ProvisionAsync(cancellationToken);

    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) => inner.DeprovisionAsync(cancellationToken);

    public override async ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken) =>
        new RememberingSession((PeerSession)await inner.OpenSessionAsync(settings, cancellationToken), former, asked);

    public override ValueTask<bool> CheckAsync(CancellationToken cancellationToken = default) => inner.CheckAsync(cancellationToken);

    public override Task<StoreReport> InspectAsync(int most = 20, CancellationToken cancellationToken = default) => inner.InspectAsync(most, cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
