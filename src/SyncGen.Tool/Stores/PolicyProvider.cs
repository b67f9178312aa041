using SyncGen.Filters;
using SyncGen.Providers;

namespace SyncGen.Tool.Stores;

/// <summary>A store whose conflicts end by a policy of the session, instead of the scope's.</summary>
internal sealed class PolicyProvider : SyncProvider
{
    private readonly SyncProvider _store;
    private readonly ConflictPolicy _policy;

    private PolicyProvider(SyncProvider store, ConflictPolicy policy)
        : base(store.Scope)
    {
        _store = store;
        _policy = policy;
    }

    public override string DisplayName => _store.DisplayName;

    public override SyncRole Role => _store.Role;

    public override FilterBinding? Filter => _store.Filter;

    /// <summary>The store with the policy; the store itself where it is the default.</summary>
    public static SyncProvider Of(SyncProvider store, ConflictPolicy policy) => policy == ConflictPolicy.Default ? store : new PolicyProvider(store, policy);

    public override Task ProvisionAsync(CancellationToken cancellationToken = default) => _store.ProvisionAsync(cancellationToken);

    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) => _store.DeprovisionAsync(cancellationToken);

    public override ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken) =>
        _store.OpenSessionAsync(new SessionSettings
        {
            BatchBytesMax = settings.BatchBytesMax,
            IsPreview = settings.IsPreview,
            Side = settings.Side,
            ConflictHandler = new SessionPolicy(_policy, settings.Side),
            Logger = settings.Logger,
            Environment = settings.Environment,
        }, cancellationToken);

    public override ValueTask DisposeAsync() => _store.DisposeAsync();
}
