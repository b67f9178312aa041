namespace SyncGen.Http;

/// <summary>Takes clients from a factory.</summary>
public static class SyncClientFactoryExtensions
{
    /// <summary>The name of the client that is registered where no other is given: <c>SyncGen</c>.</summary>
    public const string ClientName = "SyncGen";

    /// <summary>
    /// Creates the client that <see cref="SyncClientServiceCollectionExtensions.AddSyncGenClient"/> registered, as in
    /// <c>new HttpProviderOptions { Client = factory.CreateSyncGenClient }</c>.
    /// </summary>
    /// <param name="factory">The application's factory.</param>
    public static HttpClient CreateSyncGenClient(this IHttpClientFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.CreateClient(ClientName);
    }
}
