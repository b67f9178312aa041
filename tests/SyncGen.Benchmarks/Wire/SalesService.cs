using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Stores;
using SyncGen.Http;

namespace SyncGen.Benchmarks.Wire;

/// <summary>A hub behind HTTP on loopback, in this process, and what went over the wire.</summary>
internal sealed class SalesService : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly WireCounter _counter = new();

    private SalesService(WebApplication application) => _application = application;

    public Uri Address => new($"{_application.Urls.Single()}/sync/");

    /// <summary>All bytes since the last look, up and down, headers too, as they were on the wire.</summary>
    public long TakeBytes() => _counter.Take();

    public HttpClient Client => _counter.Client;

    public static async Task<SalesService> StartAsync(string hub)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSyncGen().AddSalesScope(_ => SalesStore.Open(hub, SyncRole.Peer));
        var application = builder.Build();
        application.MapSalesScope("/sync");
        await application.StartAsync();
        return new SalesService(application);
    }

    public HttpProvider Open() => SalesScope.Http(Address, new HttpProviderOptions { Client = () => _counter.Client });

    public async ValueTask DisposeAsync()
    {
        _counter.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
