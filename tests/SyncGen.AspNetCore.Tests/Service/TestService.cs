using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.Model;
using SyncGen.Sqlite;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>A service on loopback with its scopes in SQLite databases. Who a request comes from, a header says.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TestStores _stores;
    private readonly bool _ownsStores;

    private TestService(WebApplication application, TestStores stores, bool ownsStores) =>
        (_application, _stores, _ownsStores) = (application, stores, ownsStores);

    public Uri Address => new($"{_application.Urls.Single()}/sync/");

    public TestStores Stores => _stores;

    public static async Task<TestService> StartAsync(
        Action<SyncServiceOptions>? configure = null,
        TestStores? stores = null,
        Action<IServiceCollection>? services = null,
        Action<SyncScope, SyncServiceOptions>? configureScope = null)
    {
        var own = stores ?? await TestStores.CreateAsync();
        try
        {
            return new TestService(await StartAsync(own, configure, services, configureScope), own, ownsStores: stores is null);
        }
        catch when (stores is null)
        {
            // Whoever could dispose of them never gets them.
            own.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        if (_ownsStores)
        {
            _stores.Dispose();
        }
    }

    private static async Task<WebApplication> StartAsync(
        TestStores own, Action<SyncServiceOptions>? configure, Action<IServiceCollection>? services, Action<SyncScope, SyncServiceOptions>? configureScope)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(own.Keys)).SetApplicationName("SyncGen tests");
        builder.Services.AddSyncGen()
            .AddShopScope(_ => ShopScope.Sqlite(own.Shop, SyncRole.Peer))
            .AddStallScope(_ => StallScope.Sqlite(own.Stall, SyncRole.Peer))
            .AddChoreScope(_ => ChoreScope.Sqlite(own.Chores, SyncRole.Peer));
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
        application.MapShopScope("/sync", Of(ShopScope.Definition));
        application.MapStallScope("/sync", Of(StallScope.Definition));
        application.MapChoreScope("/sync", options =>
        {
            Of(ChoreScope.Definition)(options);
            options.BindClaim("owner", ClaimTypes.NameIdentifier);
        });
        application.MapChoreScope("/open", Of(ChoreScope.Definition));
        await application.StartAsync();
        return application;

        Action<SyncServiceOptions> Of(SyncScope scope) => options =>
        {
            configure?.Invoke(options);
            configureScope?.Invoke(scope, options);
        };
    }
}
