using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore;
using SyncGen.Histories.Tests.Runs;
using SyncGen.Histories.Tests.Stores;
using SyncGen.Http;
using SyncGen.Providers;

namespace SyncGen.Histories.Tests.Services;

/// <summary>Serves the peers of a world to each other. No packet leaves the process, but all that a service does is done.</summary>
internal sealed class PeerService : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _client;

    private PeerService(WebApplication application, HttpClient client) => (_application, _client) = (application, client);

    public static async Task<PeerService> StartAsync(World world)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer(options => options.PreserveExecutionContext = true);
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<SyncEnvironment>(world.Environment);
        builder.Services.AddSyncGen();
        foreach (var peer in world.Peers)
        {
            builder.Services.AddKeyedSingleton(peer.Setup.Name, new SyncProviderFactory(() => new ServedPeer(world.ProviderOf(peer))));
        }

        var application = builder.Build();
        foreach (var peer in world.Peers)
        {
            application.MapSyncScope($"/{peer.Setup.Name}", peer.Inner.Scope, peer.Setup.Name, options =>
            {
                options.AdmitsPeer = _ => true;
                options.BatchBytesMax = world.Plan.BatchBytesMax;
            });
        }

        await application.StartAsync();
        return new PeerService(application, application.GetTestClient());
    }

    /// <summary>A peer as it is seen from outside.</summary>
    public SyncProvider Open(HistoryStore peer) =>
        new HttpProvider(peer.Inner.Scope, new Uri($"http://localhost/{peer.Setup.Name}"), new HttpProviderOptions { Client = () => _client });

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }
}
