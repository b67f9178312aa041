using SyncGen.Providers;
using SyncGen.Sessions;

namespace SyncGen;

/// <summary>
/// Lets stores meet. Thread-safe; sessions of one store run one after another, whichever orchestrator starts them.
/// </summary>
public sealed class SyncOrchestrator
{
    private readonly SyncProvider _server;
    private readonly IReadOnlyList<SyncProvider> _clients;

    private SyncOrchestrator(SyncProvider server, IReadOnlyList<SyncProvider> clients)
    {
        _server = server;
        _clients = clients;
        Topology.Validate(server, clients);
    }

    /// <summary>
    /// Two stores. The remote one is the server, for the order of a session, for policies and for tables that travel one
    /// way; but a leaf is always the client, whichever place it has here.
    /// </summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.TopologyMismatch"/>: both are leaves.</exception>
    /// <exception cref="ArgumentException">Both are the same provider, or of different scopes.</exception>
    public static SyncOrchestrator Between(SyncProvider local, SyncProvider remote)
    {
        ArgumentNullException.ThrowIfNull(local);
        ArgumentNullException.ThrowIfNull(remote);
        return remote.Role == SyncRole.Leaf && local.Role == SyncRole.Peer ? new(local, [remote]) : new(remote, [local]);
    }

    /// <summary>
    /// Many stores around one: each member meets the hub, and those that came before the last change meet it again, so
    /// that all agree after one session. The hub is the server.
    /// </summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.TopologyMismatch"/>: the hub is a leaf.</exception>
    /// <exception cref="ArgumentException">There is no member, or a provider twice, or they are of different scopes.</exception>
    public static SyncOrchestrator Around(SyncProvider hub, params IEnumerable<SyncProvider> members)
    {
        ArgumentNullException.ThrowIfNull(hub);
        ArgumentNullException.ThrowIfNull(members);
        return new(hub, [.. members]);
    }

    /// <summary>Synchronises with the default options.</summary>
    /// <param name="progress">Hears how far the session is; called from a thread of the pool.</param>
    /// <param name="cancellationToken">
    /// Cancels at any point. What was applied stays, all stores are consistent, and the next session goes on from there.
    /// </param>
    /// <exception cref="SyncException">Something went wrong in operation; see its code.</exception>
    public Task<SyncResult> SynchronizeAsync(IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        SynchronizeAsync(SyncOptions.Default, progress, cancellationToken);

    /// <summary>Synchronises.</summary>
    /// <param name="options">How the session goes.</param>
    /// <param name="progress">Hears how far the session is; called from a thread of the pool.</param>
    /// <param name="cancellationToken">
    /// Cancels at any point. What was applied stays, all stores are consistent, and the next session goes on from there.
    /// </param>
    /// <exception cref="SyncException">Something went wrong in operation; see its code.</exception>
    public Task<SyncResult> SynchronizeAsync(
        SyncOptions options, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Stores work synchronously for long stretches; a caller's user interface must not wait for them.
        return Task.Run(() => new Session(_server, _clients, options, progress).RunAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Finds out what a session would do; nothing is written in the end. The stores are held for as long.</summary>
    /// <param name="options">How the session would go; null for the defaults.</param>
    /// <param name="progress">Hears how far the session is; called from a thread of the pool.</param>
    /// <param name="cancellationToken">Cancels at any point.</param>
    /// <exception cref="SyncException">Something went wrong in operation; see its code.</exception>
    public Task<SyncResult> PreviewAsync(
        SyncOptions? options = null, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        SynchronizeAsync((options ?? SyncOptions.Default).AsPreview(), progress, cancellationToken);
}
