using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore.Tests.Former.Later;
using SyncGen.Model;
using SyncGen.MySql;
using SyncGen.PostgreSql;
using SyncGen.Providers;
using SyncGen.Sqlite;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>A service whose program and store have the later model, and whose store remembers the earlier one.</summary>
internal sealed class Depot : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HubDatabase _yard;

    private Depot(WebApplication application, HubDatabase database, HubDatabase yard, ConcurrentQueue<string> asked, InformationRecorder log) =>
        (_application, Database, _yard, Asked, Log) = (application, database, yard, asked, log);

    public Uri Address => new($"{_application.Urls.Single()}/sync/");

    public HubDatabase Database { get; }

    public HubDatabase Yard => _yard;

    /// <summary>The fingerprints that the store was asked for.</summary>
    public ConcurrentQueue<string> Asked { get; }

    public InformationRecorder Log { get; }

    public static async Task<Depot> StartAsync(
        HubKind kind = HubKind.Sqlite, Action<SyncServiceOptions>? configure = null, Action<IServiceCollection>? services = null, ScopeDescription? former = null)
    {
        var (database, yard) = (await HubDatabase.CreateAsync(kind), await HubDatabase.CreateAsync(kind));
        var (asked, log) = (new ConcurrentQueue<string>(), new InformationRecorder());
        await using (var store = StoreOf(kind, database.ConnectionString))
        await using (var other = YardOf(kind, yard.ConnectionString))
        {
            await store.ProvisionAsync();
            await other.ProvisionAsync();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(log);
        builder.Services.AddSyncGen()
            .AddDepotScope(_ => new RememberingProvider(StoreOf(kind, database.ConnectionString), [former ?? ScopeDescription.Of(Earlier.DepotScope.Definition)], asked.Enqueue))
            .AddYardScope(_ => new RememberingProvider(YardOf(kind, yard.ConnectionString), [ScopeDescription.Of(Earlier.YardScope.Definition)], asked.Enqueue));
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
        application.MapDepotScope("/sync", configure);
        application.MapYardScope("/sync", options => options.BindClaim("owner", ClaimTypes.NameIdentifier));
        await application.StartAsync();
        return new Depot(application, database, yard, asked, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        await Database.DisposeAsync();
        await _yard.DisposeAsync();
    }

    private static SyncProvider StoreOf(HubKind kind, string connectionString) => kind switch
    {
        HubKind.PostgreSql => DepotScope.PostgreSql(connectionString, SyncRole.Peer),
        HubKind.MariaDb => DepotScope.MySql(connectionString, SyncRole.Peer),
        _ => DepotScope.Sqlite(connectionString, SyncRole.Peer),
    };

    private static SyncProvider YardOf(HubKind kind, string connectionString) => kind switch
    {
        HubKind.PostgreSql => YardScope.PostgreSql(connectionString, SyncRole.Peer),
        HubKind.MariaDb => YardScope.MySql(connectionString, SyncRole.Peer),
        _ => YardScope.Sqlite(connectionString, SyncRole.Peer),
    };
}
