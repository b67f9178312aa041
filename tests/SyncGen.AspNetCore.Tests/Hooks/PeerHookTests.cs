using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Conflicts;
using SyncGen.Http;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests.Hooks;

/// <summary>An application has its say where another hub meets its own, but for the rows, which are believed.</summary>
public sealed class PeerHookTests
{
    [Fact]
    public async Task Conflict_of_two_peers_ends_as_the_hook_says_on_both_sides()
    {
        await using var service = await HookedService.StartAsync(options => options.AdmitsPeer = _ => true);
        using var folder = new TemporaryFolder();
        var store = $"Data Source={folder.File("hub.db")}";
        await using var hub = ShopScope.Sqlite(store, SyncRole.Peer);
        await using var other = ShopScope.Http(service.Service.Address);
        await hub.ProvisionAsync();
        service.Rules.Resolve = conflict => ConflictResolution<Item>.Merge(conflict.Local.Row with { Title = $"{conflict.Local.Row.Title} and {conflict.Incoming.Row.Title}" });
        TestStores.Run(store, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'old', '1', NULL)");
        await SyncOrchestrator.Between(hub, other).SynchronizeAsync();
        TestStores.Run(store, "UPDATE Item SET Title = 'theirs'");
        TestStores.Run(service.Shop, "UPDATE Item SET Title = 'ours'");

        await SyncOrchestrator.Between(hub, other).SynchronizeAsync();

        Assert.Equal(["ours and theirs"], service.Titles());
        Assert.Equal(["ours and theirs"], TestStores.Read(store, "SELECT Title FROM Item"));
        var calls = service.Rules.Calls.Select(call => call.Split(' ', 2)[1]).ToList();
        Assert.DoesNotContain(calls, call => call.StartsWith("write", StringComparison.Ordinal));
        Assert.Contains("resolve theirs", calls);
        Assert.Contains("uploaded 1, 1 notes", calls);
        Assert.Contains("downloaded 1", calls);
    }

    [Fact]
    public async Task Peer_that_is_refused_brings_nothing()
    {
        await using var service = await HookedService.StartAsync(options => options.AdmitsPeer = _ => true);
        using var folder = new TemporaryFolder();
        var store = $"Data Source={folder.File("hub.db")}";
        await using var hub = ShopScope.Sqlite(store, SyncRole.Peer);
        await using var other = ShopScope.Http(service.Service.Address);
        await hub.ProvisionAsync();
        TestStores.Run(store, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'theirs', '1', NULL)");
        service.Rules.Before = request => request.Operation == SyncOperation.Upload ? new SyncRefusal("Closed.") : null;

        var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(hub, other).SynchronizeAsync());

        Assert.Equal(SyncErrorCode.AccessDenied, error.Code);
        Assert.Contains("Closed.", error.Message, StringComparison.Ordinal);
        Assert.Empty(service.Titles());
    }
}
