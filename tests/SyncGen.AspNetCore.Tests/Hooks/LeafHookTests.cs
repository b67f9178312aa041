using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Conflicts;
using SyncGen.Http;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests.Hooks;

/// <summary>What an application makes of rows, the hub has, and leaves of SyncGen's own have it, too.</summary>
public sealed class LeafHookTests : IDisposable
{
    private const string Rows = "SELECT lower(Id), Title FROM Item ORDER BY lower(Id)";

    private readonly TemporaryFolder _folder = new();

    private string Store => $"Data Source={_folder.File("leaf.db")}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rows_are_accepted_and_changed_and_rejected()
    {
        await using var service = await HookedService.StartAsync();
        await using var leaf = ShopScope.Sqlite(Store);
        await using var hub = ShopScope.Http(service.Service.Address);
        await leaf.ProvisionAsync();
        service.Rules.Writing = (row, _) => row.Title.Length == 0
            ? RowDecision<Item>.Reject("A title is needed.")
            : RowDecision<Item>.Change(row with { Title = row.Title.Trim() });
        service.Rules.Deleting = _ => RowDecision<Item>.Reject("Nothing goes.");

        Write("'one', 'fine'", "'two', ' pear '", "'three', ''");
        var result = await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        AssertEqual(service, "fine", "pear");
        Assert.Contains(result.Notes, note => note is { Code: SyncErrorCode.Rejected, Message: "A title is needed." });
        Assert.Contains("\"Title\":\"\"", Assert.Single(TestStores.Read(Store, "SELECT loser_row FROM syncgen_Shop_conflict")), StringComparison.Ordinal);

        TestStores.Run(Store, "UPDATE Item SET Title = 'plum ' WHERE Title = 'pear'; DELETE FROM Item WHERE Title = 'fine'");
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        AssertEqual(service, "fine", "plum");
        TestStores.Run(Store, "UPDATE Item SET Title = 'plum  ' WHERE Title = 'plum'; UPDATE Item SET Title = '' WHERE Title = 'fine'");
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        AssertEqual(service, "fine", "plum");

        service.Rules.Deleting = key => RowDecision<Item>.Change(new Item { Id = key.Id, Title = "archived" });
        TestStores.Run(Store, "DELETE FROM Item WHERE Title = 'plum'");
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        AssertEqual(service, "archived", "fine");
        service.Rules.Deleting = _ => RowDecision<Item>.Accept;
        TestStores.Run(Store, "DELETE FROM Item");
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        AssertEqual(service);
        Assert.Empty(TestStores.Read(service.Shop, "SELECT 1 FROM syncgen_Shop_conflict"));
    }

    [Theory]
    [InlineData("take", "leaf")]
    [InlineData("keep", "hub")]
    [InlineData("merge", "hub and leaf")]
    [InlineData("delete", null)]
    [InlineData("leave", "hub")]
    public async Task Conflict_ends_as_the_hook_says(string decision, string? stands)
    {
        await using var service = await HookedService.StartAsync();
        await using var leaf = ShopScope.Sqlite(Store);
        await using var hub = ShopScope.Http(service.Service.Address);
        await leaf.ProvisionAsync();
        service.Rules.Writing = (row, _) => RowDecision<Item>.Change(row with { Title = row.Title.Trim() });
        service.Rules.Resolve = conflict => decision switch
        {
            "take" => ConflictResolution<Item>.TakeIncoming,
            "keep" => ConflictResolution<Item>.KeepLocal,
            "merge" => ConflictResolution<Item>.Merge(conflict.Local.Row with { Title = $"{conflict.Local.Row.Title} and {conflict.Incoming.Row.Title}" }),
            "delete" => ConflictResolution<Item>.Delete,
            _ => null,
        };
        Write("'one', 'first'");
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        TestStores.Run(service.Shop, "UPDATE Item SET Title = 'hub'");
        TestStores.Run(Store, "UPDATE Item SET Title = 'leaf '");

        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();

        AssertEqual(service, stands is null ? [] : [stands]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Lost_answers_to_changes_lose_and_double_nothing(int seed)
    {
        await using var service = await HookedService.StartAsync(options => options.BatchBytesMax = 3_000);
        using var faults = new FaultyNetwork(seed);
        await using var leaf = ShopScope.Sqlite(Store);
        await using var hub = ShopScope.Http(service.Service.Address, new HttpProviderOptions { Client = () => faults.Client });
        await leaf.ProvisionAsync();
        var count = 0;
        service.Rules.Writing = (row, _) => row.Title.Length % 7 == 0
            ? RowDecision<Item>.Reject("No title of seven letters.")
            : RowDecision<Item>.Change(row with { Title = $"{row.Title.Trim()}.{Interlocked.Increment(ref count)}" });
        service.Rules.Deleting = key => key.Id.ToByteArray()[0] % 2 == 0 ? RowDecision<Item>.Reject("Only odd ones go.") : RowDecision<Item>.Accept;
        var options = new SyncOptions { BatchBytesMax = 3_000, TransientRetryDelay = TimeSpan.FromMilliseconds(1), TransientRetriesMax = 50 };
        for (var round = 0; round < 5; round++)
        {
            foreach (var store in new[] { service.Shop, Store })
            {
                TestStores.Run(store, $"""
                    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 39)
                    INSERT INTO Item SELECT lower(hex(randomblob(4)) || '-0000-4000-8000-' || hex(randomblob(6))), substr(' {round} abcdefgh', 1, 3 + i % 8), '1', NULL FROM n;
                    UPDATE Item SET Title = substr(Title || 'xy ', 3) WHERE Id IN (SELECT Id FROM Item ORDER BY random() LIMIT 10);
                    DELETE FROM Item WHERE Id IN (SELECT Id FROM Item ORDER BY random() LIMIT 5)
                    """);
            }

            await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(options);
        }

        faults.IsOn = false;
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(options);

        Assert.True(faults.Count > 5, $"{faults.Count} faults");
        var rows = TestStores.Read(service.Shop, Rows);
        Assert.Equal(rows, TestStores.Read(Store, Rows));
        Assert.True(rows.Count > 200, $"{rows.Count} rows");
    }

    [Fact]
    public async Task Hook_may_bring_a_row_into_the_leafs_part_and_not_out_of_it()
    {
        await using var service = await HookedService.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-User", "ann");
        await using var leaf = ChoreScope.Sqlite(Store, SyncRole.Leaf);
        await using var hub = ChoreScope.Http(service.Service.Address, new HttpProviderOptions { Client = () => http });
        await leaf.ProvisionAsync();
        TestStores.Run(Store, "INSERT INTO Chore VALUES (2, 'dishes', ''), (3, 'lost', 'ann')");

        var result = await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();

        Assert.Equal(["2|dishes|ann"], TestStores.Read(service.Service.Stores.Chores, "SELECT Id, What, Owner FROM Chore"));
        Assert.Equal(["2|dishes|ann"], TestStores.Read(Store, "SELECT Id, What, Owner FROM Chore"));
        Assert.Contains(result.Notes, note => note is { Code: SyncErrorCode.OutsideFilter, Key: "{\"Id\":3}" });
        Assert.Single(TestStores.Read(Store, "SELECT 1 FROM syncgen_chores_conflict WHERE loser_row LIKE '%lost%'"));
        Assert.StartsWith("Warning Row {\"Id\":3} of Chore", Assert.Single(service.Log.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Child_of_a_row_that_was_rejected_waits_until_that_is_mended()
    {
        await using var service = await HookedService.StartAsync();
        await using var leaf = ShopScope.Sqlite(Store);
        await using var hub = ShopScope.Http(service.Service.Address);
        await leaf.ProvisionAsync();
        service.Rules.Writing = (row, _) => row.Title.Length == 0 ? RowDecision<Item>.Reject("A title is needed.") : RowDecision<Item>.Accept;
        Write("'one', ''");
        TestStores.Run(Store, "INSERT INTO Label SELECT 'child', Id FROM Item");

        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        Assert.Empty(service.Titles());
        TestStores.Run(Store, "UPDATE Item SET Title = 'mended'");
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();

        AssertEqual(service, "mended");
        Assert.Equal(["child"], TestStores.Read(service.Shop, "SELECT Name FROM Label"));
        Assert.Equal(["child"], TestStores.Read(Store, "SELECT Name FROM Label"));
        foreach (var store in new[] { Store, service.Shop })
        {
            Assert.Empty(TestStores.Read(store, "SELECT 1 FROM syncgen_Shop_quarantine"));
        }
    }

    private void Write(params string[] rows)
    {
        foreach (var row in rows)
        {
            TestStores.Run(Store, $"INSERT INTO Item SELECT lower(hex(randomblob(4)) || '-0000-4000-8000-' || hex(randomblob(6))), column2, '1', NULL FROM (VALUES ({row}))");
        }
    }

    private void AssertEqual(HookedService service, params string[] titles)
    {
        Assert.Equal(titles, service.Titles());
        Assert.Equal(TestStores.Read(service.Shop, Rows), TestStores.Read(Store, Rows));
    }
}
