using SyncGen.Providers;

namespace SyncGen.Sqlite.Tests.Replay;

/// <summary>A store to which everything comes twice. Its clock stands still, so that equal states are equal dumps.</summary>
internal sealed class ReplayedProvider(SyncProvider inner, SyncEnvironment environment, Func<string> dump) : SyncProvider(inner.Scope)
{
    private SessionSettings? _settings;

    public override string DisplayName => inner.DisplayName;

    public override SyncRole Role => inner.Role;

    /// <summary>What the last session brought.</summary>
    public Recording Last { get; private set; } = new(dump);

    public override Task ProvisionAsync(CancellationToken cancellationToken = default) => inner.ProvisionAsync(cancellationToken);

    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) => inner.DeprovisionAsync(cancellationToken);

    public override async ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken)
    {
        _settings = new SessionSettings { BatchBytesMax = settings.BatchBytesMax, Side = settings.Side, Environment = environment };
        Last = new Recording(dump);
        return await inner.OpenSessionAsync(_settings, cancellationToken) switch
        {
            LeafSession leaf => new ReplayedLeafSession(leaf, Last),
            var peer => new ReplayedPeerSession((PeerSession)peer, Last),
        };
    }

    /// <summary>Brings the last session's batches a second time.</summary>
    public Task RepeatAsync() => Last.RepeatAsync(inner, _settings!);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
