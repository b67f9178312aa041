using SyncGen.Filters;

namespace SyncGen.Providers.Specification.Stores;

/// <summary>A client whose sessions stop at certain moments, if it is a leaf, for something else to happen.</summary>
/// <param name="inner">The client.</param>
/// <param name="at">What happens at a moment, counted from 1 of its kind.</param>
public sealed class WatchedLeaf(SyncProvider inner, Func<LeafMoment, int, Task> at) : SyncProvider(inner.Scope)
{
    /// <inheritdoc/>
    public override string DisplayName => inner.DisplayName;

    /// <inheritdoc/>
    public override SyncRole Role => inner.Role;

    /// <inheritdoc/>
    public override FilterBinding? Filter => inner.Filter;

    /// <inheritdoc/>
    public override Task ProvisionAsync(CancellationToken cancellationToken = default) => inner.ProvisionAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) => inner.DeprovisionAsync(cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken) =>
        await inner.OpenSessionAsync(settings, cancellationToken) switch
        {
            LeafSession leaf => new WatchedLeafSession(leaf, at),
            var other => other,
        };

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
