using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.Sqlite;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>An application on loopback as somebody who runs one builds it: services, pipeline and addresses are the test's own. Who a request comes from, a header says.</summary>
internal sealed class HostedApplication : IAsyncDisposable
{
    private readonly WebApplication _application;

    private HostedApplication(WebApplication application, TestStores stores) => (_application, Stores) = (application, stores);

    public Uri Root => new(_application.Urls.Single() + "/");

    public Uri Address => new(Root, "sync/");

    public TestStores Stores { get; }

    public IServiceProvider Services => _application.Services;

    /// <param name="map">Maps addresses, and puts into the pipeline what comes before them.</param>
    /// <param name="services">Adds services.</param>
    public static async Task<HostedApplication> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null)
    {
        var stores = await TestStores.CreateAsync();
        try
        {
            return new HostedApplication(await StartAsync(stores, map, services), stores);
        }
        catch
        {
            // Whoever could dispose of them never gets them.
            stores.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        Stores.Dispose();
    }

    private static async Task<WebApplication> StartAsync(TestStores stores, Action<WebApplication> map, Action<IServiceCollection>? services)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSyncGen()
            .AddShopScope(_ => ShopScope.Sqlite(stores.Shop, SyncRole.Peer))
            .AddChoreScope(_ => ChoreScope.Sqlite(stores.Chores, SyncRole.Peer));
        services?.Invoke(builder.Services);
        var application = builder.Build();
        application.Use((context, next) =>
        {
            if (context.Request.Headers["X-User"].ToString() is { Length: > 0 } user)
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user)], "test"));
            }

            return next(context);
        });
        map(application);
        await application.StartAsync();
        return application;
    }
}
