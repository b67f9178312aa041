using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>A service, in the one version or the other, over a hub's store.</summary>
internal sealed class Works : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Works(WebApplication application) => _application = application;

    public Uri Address => new($"{_application.Urls.Single()}/works/");

    /// <param name="scope">The scope in the version's model.</param>
    /// <param name="open">Opens the hub's store.</param>
    /// <param name="keys">Where both versions keep their keys.</param>
    public static async Task<Works> StartAsync(SyncScope scope, Func<SyncProvider> open, string keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().SetApplicationName("works").PersistKeysToFileSystem(new DirectoryInfo(keys));
        builder.Services.AddSyncGen();
        builder.Services.AddKeyedSingleton("works", new SyncProviderFactory(open));
        var application = builder.Build();
        application.MapSyncScope("/works", scope, "works", options => options.BatchBytesMax = 1_500);
        await application.StartAsync();
        return new Works(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
