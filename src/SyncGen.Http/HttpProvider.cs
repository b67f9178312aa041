using SyncGen.Filters;
using SyncGen.Http.Requests;
using SyncGen.Http.Sessions;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.Http;

/// <summary>
/// A store behind HTTP: a hub of leaves, and a peer of peers where the service admits them. It keeps nothing open between sessions, and nothing of a session at the
/// service. Thread-safe.
/// </summary>
public sealed class HttpProvider : SyncProvider
{
    private static readonly HttpClient s_client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    private readonly Uri _service;
    private readonly HttpProviderOptions _options;

    /// <summary>Creates a provider; sends nothing.</summary>
    /// <param name="scope">The scope's descriptor.</param>
    /// <param name="service">The service's address, such as <c>https://example.org/sync</c>.</param>
    /// <param name="options">How to talk to it; null for the defaults.</param>
    /// <exception cref="ArgumentException">The address is no absolute one of HTTP, or an option is not valid.</exception>
    public HttpProvider(SyncScope scope, Uri service, HttpProviderOptions? options = null)
        : base(scope)
    {
        ArgumentNullException.ThrowIfNull(service);
        _options = options ?? new HttpProviderOptions();
        if (!service.IsAbsoluteUri || service.Scheme is not ("http" or "https") || service.Query.Length > 0 || service.UserInfo.Length > 0)
        {
            throw new ArgumentException("A service's address is absolute, of http or https, and has neither a query nor a user in it: give tokens to the client's handlers.", nameof(service));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(_options.RequestTimeout, TimeSpan.FromSeconds(1), nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.RequestTimeout, TimeSpan.FromHours(1), nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.AnswerBytesMax, 1, nameof(options));
        Filter = _options.Filter?.Bind();
        if (Filter is { } filter && filter.Scope != scope)
        {
            throw new ArgumentException($"A service of the scope {scope.Name} was given a filter of the scope {filter.Scope.Name}: give it the filter of its own scope class.", nameof(options));
        }

        _service = service;
        DisplayName = $"{service.Scheme}://{service.Authority}{service.AbsolutePath.TrimEnd('/')}";
    }

    /// <inheritdoc/>
    public override string DisplayName { get; }

    /// <inheritdoc/>
    public override SyncRole Role => SyncRole.Peer;

    /// <inheritdoc/>
    public override FilterBinding? Filter { get; }

    /// <summary>Does nothing: a service provisions its own store.</summary>
    public override Task ProvisionAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Does nothing: a service's store is its own.</summary>
    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public override ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.IsPreview)
        {
            throw new SyncException(SyncErrorCode.TopologyMismatch, $"A preview takes back all that it did, and {DisplayName} cannot. Preview a session with the hub's own store.");
        }

        var exchange = new ServiceExchange(Scope, _service, DisplayName, _options, _options.Client?.Invoke() ?? s_client);
        return new ValueTask<StoreSession>(new HttpHubSession(Scope, DisplayName, Filter, exchange));
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
