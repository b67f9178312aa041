using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore.Errors;
using SyncGen.Conflicts;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>Opens the hub's store for as many requests at once as the options allow. Thread-safe.</summary>
internal sealed class HubPool : IAsyncDisposable
{
    private readonly ConcurrentBag<SyncProvider> _idle = [];
    private readonly SyncProviderFactory _stores;
    private readonly SyncServiceOptions _options;
    private readonly SemaphoreSlim _turns;
    private readonly SyncEnvironment _environment;
    private readonly ILogger _logger;

    public HubPool(SyncProviderFactory stores, SyncServiceOptions options, SyncEnvironment environment, ILoggerFactory loggers)
    {
        (_stores, _options, _environment) = (stores, options, environment);
        _turns = new SemaphoreSlim(options.SessionsMax);
        _logger = loggers.CreateLogger(SyncTelemetry.Name);
        var first = stores.Create();
        Store = first.DisplayName;
        if (first.Role != SyncRole.Peer)
        {
            throw new InvalidOperationException($"{first.DisplayName} is a leaf, and a leaf is nobody's hub. Register the store that is served as a peer.");
        }

        _idle.Add(first);
    }

    /// <summary>Creates providers of the store.</summary>
    public SyncProviderFactory Stores => _stores;

    /// <summary>The store's name for people.</summary>
    public string Store { get; }

    /// <summary>Opens the store. Dispose of what comes back when the request is done with it.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <param name="conflicts">Who decides conflicts; null: the scope.</param>
    public async ValueTask<HubLease> RentAsync(CancellationToken cancellationToken, IConflictHandler? conflicts = null)
    {
        if (!await _turns.WaitAsync(_options.SessionTimeout, cancellationToken))
        {
            throw new ServiceException(StatusCodes.Status503ServiceUnavailable, "The service is busy. Try again later.");
        }

        try
        {
            var provider = _idle.TryTake(out var idle) ? idle : _stores.Create();
            try
            {
                return new HubLease(this, provider, (PeerSession)await provider.OpenSessionAsync(Settings(conflicts), cancellationToken));
            }
            catch
            {
                _idle.Add(provider);
                throw;
            }
        }
        catch
        {
            _turns.Release();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var provider))
        {
            await provider.DisposeAsync();
        }

        _turns.Dispose();
    }

    internal void Return(SyncProvider provider)
    {
        _idle.Add(provider);
        _turns.Release();
    }

    private SessionSettings Settings(IConflictHandler? conflicts) => new()
    {
        BatchBytesMax = _options.BatchBytesMax,
        Side = SyncSide.Server,
        ConflictHandler = conflicts,
        Environment = _environment,
        Logger = _logger,
    };
}
