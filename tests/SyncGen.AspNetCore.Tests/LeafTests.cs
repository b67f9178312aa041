using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Http;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Leaves synchronise with a hub behind HTTP as they do with one in the same process.</summary>
public sealed class LeafTests
{
    [Fact]
    public async Task Rows_travel_both_ways_and_a_session_without_news_is_one_small_request()
    {
        await using var service = await TestService.StartAsync();
        using var folder = new TemporaryFolder();
        using var counter = new RequestCounter();
        await using var leaf = ShopScope.Sqlite($"Data Source={folder.File("leaf.db")}");
        await using var hub = ShopScope.Http(service.Address, new HttpProviderOptions { Client = () => counter.Client });
        await leaf.ProvisionAsync();
        var one = Guid.NewGuid();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{one}', 'hub', '1.5', '2026-01-02 03:04:05')");
        TestStores.Run($"Data Source={folder.File("leaf.db")}", $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'leaf', '2', NULL)");

        var result = await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        Assert.Equal(1, result.Upload.Rows);
        Assert.InRange(result.Download.Total.Written, 1, 2);
        AssertEqual(service, folder);
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        counter.Reset();
        var nothing = await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();

        Assert.Equal(0, nothing.Download.Rows + nothing.Upload.Rows);
        Assert.Equal(1, counter.Requests);
        Assert.InRange(counter.Bytes, 1, 1024);
        TestStores.Run(service.Stores.Shop, "DELETE FROM Item WHERE Title = 'hub'");
        TestStores.Run($"Data Source={folder.File("leaf.db")}", "UPDATE Item SET Title = 'changed' WHERE Title = 'leaf'");
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        Assert.Equal(["changed"], AssertEqual(service, folder));
    }

    [Fact]
    public async Task Many_batches_and_lost_answers_lose_and_double_nothing()
    {
        await using var service = await TestService.StartAsync(options => options.BatchBytesMax = 3_000);
        using var folder = new TemporaryFolder();
        var store = $"Data Source={folder.File("leaf.db")}";
        using var faults = new FaultyNetwork(seed: 20261124);
        await using var leaf = ShopScope.Sqlite(store);
        await using var hub = ShopScope.Http(service.Address, new HttpProviderOptions { Client = () => faults.Client });
        await leaf.ProvisionAsync();
        var options = new SyncOptions { BatchBytesMax = 3_000, TransientRetryDelay = TimeSpan.FromMilliseconds(1), TransientRetriesMax = 50 };
        for (var round = 0; round < 6; round++)
        {
            Write(service.Stores.Shop, round, "hub");
            Write(store, round, "leaf");
            await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(options);
        }

        faults.IsOn = false;
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(options);

        Assert.True(faults.Count > 20, $"{faults.Count} faults");
        Assert.True(AssertEqual(service, folder).Count > 500);
    }

    [Fact]
    public async Task Users_with_the_same_leaf_id_do_not_meet()
    {
        await using var service = await TestService.StartAsync();
        using var folder = new TemporaryFolder();
        foreach (var user in new[] { "ann", "ben" })
        {
            TestStores.Run(service.Stores.Chores, $"INSERT INTO Chore VALUES ({(user == "ann" ? 1 : 2)}, '{user}s', '{user}')");
        }

        var ann = folder.File("ann.db");
        var ben = folder.File("ben.db");
        await using (var leaf = ChoreScope.Sqlite($"Data Source={ann}", SyncRole.Leaf))
        {
            await leaf.ProvisionAsync();
        }

        File.Copy(ann, ben);
        var titles = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (user, file, id) in new[] { ("ann", ann, 11), ("ben", ben, 12) })
        {
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Add("X-User", user);
            TestStores.Run($"Data Source={file}", $"INSERT INTO Chore VALUES ({id}, 'new', '{user}')");
            await using var leaf = ChoreScope.Sqlite($"Data Source={file}", SyncRole.Leaf);
            await using var hub = ChoreScope.Http(service.Address, new HttpProviderOptions { Client = () => http });
            await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
            titles[user] = TestStores.Read($"Data Source={file}", "SELECT Id, Owner FROM Chore ORDER BY Id");
        }

        Assert.Equal(["1|ann", "11|ann"], titles["ann"]);
        Assert.Equal(["2|ben", "12|ben"], titles["ben"]);
        Assert.Equal(["1", "2", "11", "12"], TestStores.Read(service.Stores.Chores, "SELECT Id FROM Chore ORDER BY Id"));
    }

    [Fact]
    public async Task Leaf_that_names_its_part_is_let_in_at_its_own_and_takes_another_where_it_may()
    {
        await using var service = await TestService.StartAsync();
        using var folder = new TemporaryFolder();
        var store = $"Data Source={folder.File("leaf.db")}";
        var (anns, bens) = (new ChoreScope.Filter { Owner = "ann" }, new ChoreScope.Filter { Owner = "ben" });
        TestStores.Run(service.Stores.Chores, "INSERT INTO Chore VALUES (1, 'one', 'ann'), (2, 'two', 'ben')");
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-User", "ann");
        await using (var leaf = ChoreScope.Sqlite(store, anns))
        await using (var hub = ChoreScope.Http(service.Address, new HttpProviderOptions { Client = () => http, Filter = anns }))
        {
            await leaf.ProvisionAsync();
            await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
            await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
            Assert.Equal(["1|one"], TestStores.Read(store, "SELECT Id, What FROM Chore"));
        }

        // An edit of Ann's part that has not gone up when the leaf is opened for Ben's.
        TestStores.Run(store, "UPDATE Chore SET What = 'one more'");
        await using (var leaf = ChoreScope.Sqlite(store, bens))
        {
            await using var refusing = ChoreScope.Http(service.Address, new HttpProviderOptions { Client = () => http, Filter = bens });
            var refused = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(leaf, refusing).SynchronizeAsync());
            Assert.Equal(SyncErrorCode.AccessDenied, refused.Code);
            await using var open = ChoreScope.Http(new Uri(service.Address, "/open"), new HttpProviderOptions { Filter = bens });
            await SyncOrchestrator.Between(leaf, open).SynchronizeAsync();
        }

        Assert.Equal(["1|one more", "2|two"], TestStores.Read(service.Stores.Chores, "SELECT Id, What FROM Chore ORDER BY Id"));
        Assert.Equal(["2|two"], TestStores.Read(store, "SELECT Id, What FROM Chore"));
    }

    [Fact]
    public async Task Rows_that_leave_a_part_in_many_batches_leave_the_leaf()
    {
        await using var service = await TestService.StartAsync(options => options.BatchBytesMax = 3_000);
        using var folder = new TemporaryFolder();
        TestStores.Run(service.Stores.Chores, "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999) INSERT INTO Chore SELECT i, 'chore ' || i, 'ann' FROM n");
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-User", "ann");
        var store = $"Data Source={folder.File("leaf.db")}";
        await using var leaf = ChoreScope.Sqlite(store, SyncRole.Leaf);
        await using var hub = ChoreScope.Http(service.Address, new HttpProviderOptions { Client = () => http });
        using var stranger = new Stranger(service.Address, "chores", isJson: true, "ann");
        await leaf.ProvisionAsync();
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        Assert.Equal(1000, (await stranger.DownloadAsync()).Count);

        TestStores.Run(service.Stores.Chores, "UPDATE Chore SET Owner = 'ben' WHERE Id >= 10");
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();

        Assert.Equal(10, TestStores.Read(store, "SELECT Id FROM Chore").Count);
        Assert.Equal(990, (await stranger.DownloadAsync(batchesMax: 500)).Select(row => row.Id).Distinct().Count());
        Assert.Empty(await stranger.DownloadAsync());
    }

    [Fact]
    public async Task Forged_marker_and_times_and_anchors_prove_nothing()
    {
        await using var service = await TestService.StartAsync();
        using var folder = new TemporaryFolder();
        var store = $"Data Source={folder.File("leaf.db")}";
        var id = Guid.NewGuid();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{id}', 'first', '1', NULL)");
        await using var leaf = ShopScope.Sqlite(store);
        await using var hub = ShopScope.Http(service.Address);
        await leaf.ProvisionAsync();
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        var replicas = TestStores.Read(service.Stores.Shop, "SELECT hex(replica) FROM syncgen_Shop_replica ORDER BY id");

        // The leaf claims to have read far more, from a hub that gave it a marker of its own making.
        TestStores.Run(service.Stores.Shop, "UPDATE Item SET Title = 'hub'");
        TestStores.Run(store, "UPDATE syncgen_Shop_replica SET marker = randomblob(200) WHERE marker IS NOT NULL");
        TestStores.Run(store, "UPDATE Item SET Title = 'forged'");
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();

        Assert.Equal(["hub"], AssertEqual(service, folder));
        Assert.Equal(replicas[0], TestStores.Read(service.Stores.Shop, "SELECT hex(replica) FROM syncgen_Shop_replica ORDER BY id")[0]);
    }

    [Theory]
    [InlineData("/elsewhere", SyncErrorCode.NoSuchService)]
    [InlineData("/sync/shop", SyncErrorCode.NoSuchService)]
    public async Task What_is_no_service_says_so(string path, SyncErrorCode code)
    {
        await using var service = await TestService.StartAsync();
        using var folder = new TemporaryFolder();
        await using var leaf = ShopScope.Sqlite($"Data Source={folder.File("leaf.db")}");
        await leaf.ProvisionAsync();
        await using var hub = ShopScope.Http(new Uri(service.Address, path));

        var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(leaf, hub).SynchronizeAsync());

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task Service_that_is_away_and_user_that_is_not_let_in_are_told_apart()
    {
        using var folder = new TemporaryFolder();
        await using var leaf = ChoreScope.Sqlite($"Data Source={folder.File("leaf.db")}", SyncRole.Leaf);
        await leaf.ProvisionAsync();
        Uri address;
        await using (var service = await TestService.StartAsync())
        {
            address = service.Address;
            await using var hub = ChoreScope.Http(address);
            var refused = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(leaf, hub).SynchronizeAsync());
            Assert.Equal((SyncErrorCode.AccessDenied, false), (refused.Code, refused.IsTransient));
        }

        await using var away = ChoreScope.Http(address);
        var options = new SyncOptions { TransientRetriesMax = 1, TransientRetryDelay = TimeSpan.FromMilliseconds(1) };
        var gone = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(leaf, away).SynchronizeAsync(options));
        Assert.Equal((SyncErrorCode.ServiceUnreachable, true), (gone.Code, gone.IsTransient));
    }

    private static IReadOnlyList<string> AssertEqual(TestService service, TemporaryFolder folder)
    {
        const string Rows = "SELECT lower(Id), Title, Price + 0, Sold FROM Item ORDER BY lower(Id)";
        var rows = TestStores.Read(service.Stores.Shop, Rows);
        Assert.Equal(rows, TestStores.Read($"Data Source={folder.File("leaf.db")}", Rows));
        return [.. rows.Select(row => row.Split('|')[1])];
    }

    private static void Write(string store, int round, string who) => TestStores.Run(store, $"""
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 59)
        INSERT INTO Item SELECT lower(hex(randomblob(4)) || '-0000-4000-8000-' || hex(randomblob(6))), '{who} {round} ' || i, '1', NULL FROM n;
        UPDATE Item SET Title = Title || ' {who}' WHERE Id IN (SELECT Id FROM Item ORDER BY random() LIMIT 10);
        DELETE FROM Item WHERE Id IN (SELECT Id FROM Item ORDER BY random() LIMIT 3)
        """);
}
