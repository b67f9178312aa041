using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Http;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Two peers meet over HTTP as they do in one process: hubs of hubs.</summary>
public sealed class PeerTests
{
    private static readonly SyncOptions s_smallBatches = new() { BatchBytesMax = 3_000, TransientRetryDelay = TimeSpan.FromMilliseconds(1), TransientRetriesMax = 50 };

    [Fact]
    public async Task Rows_of_a_leaf_reach_the_leaf_of_another_hub_with_their_versions()
    {
        await using var service = await StartAsync();
        using var folder = new TemporaryFolder();
        var (near, far) = (Store(folder, "near"), Store(folder, "far"));
        await using var hub = ShopScope.Sqlite(Store(folder, "hub"), SyncRole.Peer);
        await using var nearLeaf = ShopScope.Sqlite(near);
        await using var farLeaf = ShopScope.Sqlite(far);
        using var counter = new RequestCounter();
        await using var hubOfHubs = ShopScope.Http(service.Address, new HttpProviderOptions { Client = () => counter.Client });
        await nearLeaf.ProvisionAsync();
        TestStores.Run(near, $"INSERT INTO Item VALUES ('{NewId()}', 'near', '1.5', '2026-01-02 03:04:05')");
        await SyncOrchestrator.Between(nearLeaf, hub).SynchronizeAsync();

        var result = await SyncOrchestrator.Between(hub, hubOfHubs).SynchronizeAsync();
        await SyncOrchestrator.Between(farLeaf, hubOfHubs).SynchronizeAsync();

        Assert.Equal(1, result.Upload.Total.Written);
        Assert.Equal(TestStores.Read(near, "SELECT * FROM Item"), TestStores.Read(far, "SELECT * FROM Item"));
        Assert.Single(TestStores.Read(far, "SELECT * FROM Item"));
        Assert.Equal(Versions(Store(folder, "hub")), Versions(service.Stores.Shop));
        counter.Reset();
        var nothing = await SyncOrchestrator.Between(hub, hubOfHubs).SynchronizeAsync();
        Assert.Equal(9, counter.Requests);
        Assert.Equal(0, nothing.Upload.Rows + nothing.Download.Rows);
    }

    [Fact]
    public async Task Conflicts_deletes_and_children_end_alike_on_both_sides()
    {
        await using var service = await StartAsync();
        using var folder = new TemporaryFolder();
        var store = Store(folder, "hub");
        await using var hub = ShopScope.Sqlite(store, SyncRole.Peer);
        await using var other = ShopScope.Http(service.Address);
        await hub.ProvisionAsync();
        var ids = Enumerable.Range(0, 3).Select(_ => NewId()).ToList();
        ids.ForEach(id => TestStores.Run(store, $"INSERT INTO Item VALUES ('{id}', 'old', '1', NULL)"));
        TestStores.Run(store, $"INSERT INTO Label VALUES ('child', '{ids[0]}')");
        await SyncOrchestrator.Between(hub, other).SynchronizeAsync();

        TestStores.Run(store, $"UPDATE Item SET Title = 'mine' WHERE Id = '{ids[1]}'; DELETE FROM Item WHERE Id = '{ids[2]}'");
        TestStores.Run(service.Stores.Shop, $"UPDATE Item SET Title = 'theirs' WHERE Id IN ('{ids[1]}', '{ids[2]}'); DELETE FROM Label; DELETE FROM Item WHERE Id = '{ids[0]}'");
        var result = await SyncOrchestrator.Between(hub, other).SynchronizeAsync();

        Assert.Equal(2, result.Upload.Total.Conflicts + result.Download.Total.Conflicts);
        Assert.Equal(["theirs", "theirs"], AssertEqual(service, store));
        Assert.Equal(2, (await hub.ReadConflictsAsync()).Count + TestStores.Read(service.Stores.Shop, "SELECT 1 FROM \"syncgen_Shop_conflict\"").Count);
    }

    [Fact]
    public async Task Many_batches_and_lost_answers_lose_and_double_nothing()
    {
        await using var service = await StartAsync(options => options.BatchBytesMax = 3_000);
        using var folder = new TemporaryFolder();
        var store = Store(folder, "hub");
        using var faults = new FaultyNetwork(seed: 20261129);
        await using var hub = ShopScope.Sqlite(store, SyncRole.Peer);
        await using var other = ShopScope.Http(service.Address, new HttpProviderOptions { Client = () => faults.Client });
        await hub.ProvisionAsync();
        for (var round = 0; round < 6; round++)
        {
            Write(service.Stores.Shop, "theirs", round);
            Write(store, "mine", round);
            await SyncOrchestrator.Between(hub, other).SynchronizeAsync(s_smallBatches);
        }

        faults.IsOn = false;
        await SyncOrchestrator.Between(hub, other).SynchronizeAsync(s_smallBatches);

        Assert.True(faults.Count > 20, $"{faults.Count} faults");
        Assert.True(AssertEqual(service, store).Count > 500);
        Assert.Equal(Versions(store), Versions(service.Stores.Shop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Restored_side_takes_a_new_identity_and_nothing_is_lost(bool isService)
    {
        await using var service = await StartAsync();
        using var folder = new TemporaryFolder();
        var store = Store(folder, "hub");
        var stores = service.Stores;
        await using var other = ShopScope.Http(service.Address);
        await MeetAsync(store, other, "first");
        stores.Save("shop.db");
        File.Copy(folder.File("hub.db"), folder.File("hub.db.backup"));
        Write(stores.Shop, "theirs", 1, rows: 5);
        await MeetAsync(store, other, "second");
        if (isService)
        {
            stores.Restore("shop.db");
        }
        else
        {
            File.Copy(folder.File("hub.db.backup"), folder.File("hub.db"), overwrite: true);
            File.Delete(folder.File("hub.db-wal"));
            File.Delete(folder.File("hub.db-shm"));
        }

        TestStores.Run(isService ? stores.Shop : store, $"INSERT INTO Item VALUES ('{NewId()}', 'since', '1', NULL)");
        var result = await MeetAsync(store, other, "third");
        await MeetAsync(store, other, "fourth");

        Assert.Single(result.IdentityResets);
        Assert.Equal(10, AssertEqual(service, store).Count);
    }

    [Fact]
    public async Task Service_that_is_restored_during_a_session_takes_no_batch_for_what_follows()
    {
        await using var service = await StartAsync(options => options.BatchBytesMax = 3_000);
        using var folder = new TemporaryFolder();
        var store = Store(folder, "hub");
        using var network = new WatchedNetwork();
        await using var hub = ShopScope.Sqlite(store, SyncRole.Peer);
        await using var other = ShopScope.Http(service.Address, new HttpProviderOptions { Client = () => network.Client });
        await hub.ProvisionAsync();
        Write(store, "mine", 0, rows: 20);
        await SyncOrchestrator.Between(hub, other).SynchronizeAsync(s_smallBatches);
        service.Stores.Save("shop.db");
        Write(store, "mine", 1, rows: 200);
        await SyncOrchestrator.Between(hub, other).SynchronizeAsync(s_smallBatches);
        Write(store, "mine", 2, rows: 200);
        // Identify, begin, recognize, hear, begin, and one batch: then the store is what it was before the last session.
        network.Before(7, () => service.Stores.Restore("shop.db"));

        var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(hub, other).SynchronizeAsync(s_smallBatches));
        await SyncOrchestrator.Between(hub, other).SynchronizeAsync(s_smallBatches);
        await SyncOrchestrator.Between(hub, other).SynchronizeAsync(s_smallBatches);

        Assert.Equal(SyncErrorCode.StoreContended, error.Code);
        Assert.Equal(408, AssertEqual(service, store).Count);
    }

    [Fact]
    public async Task Nobody_is_a_peer_who_is_not_admitted()
    {
        await using var service = await TestService.StartAsync();
        using var folder = new TemporaryFolder();
        await using var hub = ShopScope.Sqlite(Store(folder, "hub"), SyncRole.Peer);
        await using var other = ShopScope.Http(service.Address);
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{NewId()}', 'secret', '1', NULL)");

        var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(hub, other).SynchronizeAsync());

        Assert.Equal(SyncErrorCode.AccessDenied, error.Code);
        Assert.Contains("AdmitsPeer", error.Message, StringComparison.Ordinal);
        Assert.Empty(TestStores.Read(Store(folder, "hub"), "SELECT * FROM Item"));
    }

    [Fact]
    public async Task Peer_of_a_part_gets_its_part_and_what_it_writes_elsewhere_is_refused()
    {
        await using var service = await StartAsync();
        using var folder = new TemporaryFolder();
        var store = Store(folder, "anns");
        TestStores.Run(service.Stores.Chores, "INSERT INTO Chore VALUES (1, 'one', 'ann'), (2, 'two', 'ben')");
        await using var hub = ChoreScope.Sqlite(store, new ChoreScope.Filter { Owner = "ann" }, SyncRole.Peer);
        await using var other = ChoreScope.Http(new Uri(service.Address, "/open"));
        await SyncOrchestrator.Between(hub, other).SynchronizeAsync();
        Assert.Equal(["1|one"], TestStores.Read(store, "SELECT Id, What FROM Chore"));

        TestStores.Run(service.Stores.Chores, "UPDATE Chore SET Owner = 'ann' WHERE Id = 2; UPDATE Chore SET Owner = 'ben' WHERE Id = 1");
        TestStores.Run(store, "INSERT INTO Chore VALUES (3, 'three', 'ann'), (4, 'four', 'ben')");
        await SyncOrchestrator.Between(hub, other).SynchronizeAsync();

        Assert.Equal(["2|two", "3|three"], TestStores.Read(store, "SELECT Id, What FROM Chore ORDER BY Id"));
        Assert.Equal(["1|one|ben", "2|two|ann", "3|three|ann"], TestStores.Read(service.Stores.Chores, "SELECT Id, What, Owner FROM Chore ORDER BY Id"));
    }

    // As the provider writes it, so that what a test writes about a row finds it on both sides.
    private static string NewId() => Guid.NewGuid().ToString("D").ToUpperInvariant();

    private static string Store(TemporaryFolder folder, string name) => $"Data Source={folder.File(name + ".db")}";

    private static Task<TestService> StartAsync(Action<SyncServiceOptions>? configure = null) => TestService.StartAsync(options =>
    {
        configure?.Invoke(options);
        options.AdmitsPeer = _ => true;
    });

    private static async Task<SyncResult> MeetAsync(string store, HttpProvider other, string title)
    {
        await using var hub = ShopScope.Sqlite(store, SyncRole.Peer);
        await hub.ProvisionAsync();
        TestStores.Run(store, $"INSERT INTO Item VALUES ('{NewId()}', '{title}', '1', NULL)");
        return await SyncOrchestrator.Between(hub, other).SynchronizeAsync();
    }

    private static void Write(string store, string title, int round, int rows = 60)
    {
        var values = Enumerable.Range(0, rows).Select(i => $"('{NewId()}', '{title} {round} {i}', '{i}', NULL)");
        TestStores.Run(store, $"INSERT INTO Item VALUES {string.Join(", ", values)}; UPDATE Item SET Title = Title || '!' WHERE Title LIKE '{title} {round - 1} 1%'; DELETE FROM Item WHERE Title LIKE '{title} {round - 1} 2%'");
    }

    private static IReadOnlyList<string> AssertEqual(TestService service, string store)
    {
        var theirs = TestStores.Read(service.Stores.Shop, "SELECT Id, Title, CAST(Price AS REAL), Sold FROM Item ORDER BY Id");
        Assert.Equal(theirs, TestStores.Read(store, "SELECT Id, Title, CAST(Price AS REAL), Sold FROM Item ORDER BY Id"));
        return TestStores.Read(store, "SELECT Title FROM Item ORDER BY Id");
    }

    // Who wrote each row, and when by that replica's counter.
    private static IReadOnlyList<string> Versions(string store) => TestStores.Read(
        store, "SELECT hex(t.k0), hex(r.replica), t.version, t.time, t.deleted FROM \"syncgen_Shop_Item_track\" t JOIN \"syncgen_Shop_replica\" r ON r.id = t.replica ORDER BY 1");
}
