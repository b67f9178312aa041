using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SyncGen.AspNetCore.Hosting;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.Sqlite;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>A shop with a conflict and a row in quarantine, whose texts are what nobody should take for more than texts.</summary>
internal static class OperatedShop
{
    public const string Script = "<script>document.title = 'taken over'</script>";
    public const string Lost = "\"><img src=x onerror=\"document.title = 'taken over'\">";

    private const int Requests = 5;

    public static async Task<HostedApplication> StartAsync(Action<SyncServiceOptions>? configure, Action<IServiceCollection>? services = null, bool withChores = false)
    {
        var application = await HostedApplication.StartAsync(
            application =>
            {
                application.MapShopScope("/sync", configure);
                application.MapChoreScope("/sync", options =>
                {
                    options.BindClaim("owner", "sub");
                    if (withChores)
                    {
                        configure?.Invoke(options);
                    }
                });
            },
            services);
        using var first = new Stranger(application.Address, "Shop", isJson: true);
        using var second = new Stranger(application.Address, "Shop", isJson: false);
        var id = Guid.NewGuid();
        await first.UploadAsync([StrangerEntry.NewItem(id, "first", price: 9.5m)]);
        var row = (await second.DownloadAsync()).Single();
        await first.UploadAsync([StrangerEntry.NewItem(id, Script, price: 12, rowId: row.Id)]);
        await second.UploadAsync([StrangerEntry.NewItem(id, Lost, price: 10, rowId: row.Id)]);
        await WithOrphanAsync(application.Stores.Shop);
        await first.SendAsync(HttpMethod.Post, "UploadChanges", "{");
        // A request is on the page when its answer has left.
        var shop = application.Services.GetRequiredService<SyncServices>().Scopes.First();
        Assert.True(SpinWait.SpinUntil(() => shop.Recent.Read().Count == Requests, TimeSpan.FromSeconds(30)));
        return application;
    }

    // A branch whose database does not look after its foreign keys.
    private static async Task WithOrphanAsync(string shop)
    {
        using var folder = new TemporaryFolder();
        var branch = $"Data Source={folder.File("branch.db")}";
        await using var store = ShopScope.Sqlite(branch, SyncRole.Peer);
        await using var hub = ShopScope.Sqlite(shop, SyncRole.Peer);
        await store.ProvisionAsync();
        TestStores.Run(branch, $"PRAGMA foreign_keys = OFF; INSERT INTO Label VALUES ('{Script.Replace("'", "''", StringComparison.Ordinal)}', '{Guid.NewGuid()}')");
        await SyncOrchestrator.Between(store, hub).SynchronizeAsync();
    }
}
