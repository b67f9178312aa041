using Microsoft.Extensions.DependencyInjection;
using SyncGen.Http.Resilience;

namespace SyncGen.Http;

/// <summary>Registers the client that talks to services.</summary>
public static class SyncClientServiceCollectionExtensions
{
    /// <summary>
    /// Registers a client of <see cref="IHttpClientFactory"/> that waits and tries again where a service is busy or breaks off: three
    /// times, after half a second and longer each time, or as long as <c>Retry-After</c> says, up to 30 seconds. Uploads too: a service
    /// knows a batch that it has taken by its ticks, so that any request may come again. Where more than half of many requests fail, none
    /// is sent for five seconds. What is not reached at all is left to the session, which tries again sooner and then says so
    /// (<see cref="SyncOptions.TransientRetriesMax"/>). How long it may all take, <see cref="HttpProviderOptions.RequestTimeout"/> says.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's name. Default: <c>SyncGen</c>, that of <see cref="SyncClientFactoryExtensions.CreateSyncGenClient"/>.</param>
    /// <returns>What handlers can be added to, such as one that adds tokens: they are asked for each attempt.</returns>
    public static IHttpClientBuilder AddSyncGenClient(this IServiceCollection services, string name = SyncClientFactoryExtensions.ClientName)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);

        // A provider ends its requests itself, and its options say when.
        var client = services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan);
        client.AddResilienceHandler("SyncGen", ServiceResilience.Build);
        return client;
    }
}
