using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>
/// The stores' sessions that are open. Stores are always opened in the order in which their providers were made, so that
/// orchestrators that share stores wait for each other in a line, never in a circle.
/// </summary>
internal sealed class StoreSessions(SyncOptions options, Microsoft.Extensions.Logging.ILogger logger) : IAsyncDisposable
{
    private readonly Dictionary<SyncProvider, StoreSession> _open = [];

    /// <summary>Opens the stores that are not open.</summary>
    public async ValueTask OpenAsync(IEnumerable<(SyncProvider Store, SyncSide Side)> stores, CancellationToken cancellationToken)
    {
        var retry = new TransientRetry(options, logger);
        foreach (var (store, side) in stores.Where(one => !_open.ContainsKey(one.Store)).OrderBy(one => one.Store.Ordinal).ToList())
        {
            var settings = new SessionSettings
            {
                BatchBytesMax = options.BatchBytesMax,
                IsPreview = options.IsPreview,
                Side = side,
                Logger = logger,
                Environment = options.Environment,
            };
            _open[store] = await retry.RunAsync(token => store.OpenSessionAsync(settings, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The session of a store that is open.</summary>
    public TSession Of<TSession>(SyncProvider store)
        where TSession : StoreSession =>
        _open[store] as TSession
        ?? throw new InvalidOperationException($"The provider of {store.DisplayName} says that it is a {store.Role}, but opened a session of the other role.");

    /// <summary>Ends all sessions.</summary>
    public async ValueTask DisposeAsync()
    {
        var sessions = _open.Values.ToList();
        _open.Clear();
        await DisposeAsync(sessions, 0).ConfigureAwait(false);
    }

    // Each is disposed, whatever happens to the others.
    private static async ValueTask DisposeAsync(List<StoreSession> sessions, int first)
    {
        if (first < sessions.Count)
        {
            try
            {
                await sessions[first].DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                await DisposeAsync(sessions, first + 1).ConfigureAwait(false);
            }
        }
    }
}
