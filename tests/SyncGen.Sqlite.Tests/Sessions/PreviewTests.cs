using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>A preview says what a session would do, and writes nothing.</summary>
public sealed class PreviewTests
{
    public static TheoryData<string, SyncRole, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, SyncRole, int>();
            foreach (var journal in new[] { "wal", "delete" })
            {
                foreach (var batch in new[] { 1, 1 << 20 })
                {
                    cases.Add(journal, SyncRole.Leaf, batch);
                    cases.Add(journal, SyncRole.Peer, batch);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_writes_nothing_and_foretells_the_session(string journal, SyncRole role, int batch)
    {
        await using var stores = await CreateAsync(journal, role);
        var options = new SyncOptions { BatchBytesMax = batch };
        var (client, hub) = (Dump.Of(stores.Client), Dump.Of(stores.Hub));

        var preview = await SyncOrchestrator.Between(stores.ClientStore, stores.HubStore).PreviewAsync(options);
        Assert.Equal(client, Dump.Of(stores.Client));
        Assert.Equal(hub, Dump.Of(stores.Hub));

        var result = await stores.SyncAsync(options);
        Assert.True(preview.IsPreview);
        Assert.True(result.HasConflicts);
        Assert.True(result.HasQuarantined);
        Assert.Equal(Describe(result.Upload), Describe(preview.Upload));
        Assert.Equal(Describe(result.Download), Describe(preview.Download));
        Assert.Equal(result.Notes.Count, preview.Notes.Count);
        await stores.SettleAsync(options);
    }

    [Theory]
    [InlineData("wal", SyncRole.Leaf)]
    [InlineData("delete", SyncRole.Peer)]
    public async Task It_provisions_nothing(string journal, SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, $"PRAGMA journal_mode = {journal}", role);
        await stores.ClientStore.DeprovisionAsync();
        await stores.HubStore.DeprovisionAsync();
        stores.Client.Execute("CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT UNIQUE, Rank INTEGER); INSERT INTO Customer VALUES (1, 'a', 'x', 1)");
        var (client, hub) = (Dump.Of(stores.Client), Dump.Of(stores.Hub));
        var preview = await SyncOrchestrator.Between(stores.ClientStore, stores.HubStore).PreviewAsync();
        Assert.Equal(1, preview.Upload.Total.Written);
        Assert.Equal(client, Dump.Of(stores.Client));
        Assert.Equal(hub, Dump.Of(stores.Hub));
        await stores.SyncAsync();
        stores.AssertBoth("SELECT * FROM Customer", "1|a|x|1");
    }

    [Fact]
    public async Task It_writes_nothing_when_it_is_cancelled()
    {
        await using var stores = await CreateAsync("wal", SyncRole.Peer);
        var (client, hub) = (Dump.Of(stores.Client), Dump.Of(stores.Hub));
        for (var batches = 1; batches < 5; batches++)
        {
            using var within = new Break(batches);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SyncOrchestrator.Between(stores.ClientStore, stores.HubStore)
                .PreviewAsync(new SyncOptions { BatchBytesMax = 1 }, within, within.Token));
            Assert.Equal(client, Dump.Of(stores.Client));
            Assert.Equal(hub, Dump.Of(stores.Hub));
        }
    }

    private static async Task<StorePair> CreateAsync(string journal, SyncRole role)
    {
        var stores = await StorePair.CreateAsync(ShopScope.Sqlite, $"""
            PRAGMA journal_mode = {journal};
            CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT UNIQUE, Rank INTEGER);
            """, role);
        stores.Hub.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2), (3, 'c', 'z', 3)");
        await stores.SettleAsync();
        stores.Client.Execute("UPDATE Customer SET Name = 'client' WHERE Id = 1; DELETE FROM Customer WHERE Id = 2; INSERT INTO Customer VALUES (4, 'd', 'u', 4)");
        stores.Hub.Execute("UPDATE Customer SET Name = 'hub' WHERE Id = 1; INSERT INTO Customer VALUES (5, 'e', 'u', 5); INSERT INTO Invoice VALUES (9, 5, 'child')");
        return stores;
    }

    private static IEnumerable<string> Describe(SyncTransfer transfer) =>
        transfer.Tables.Select(table => table.ToString()).Order(StringComparer.Ordinal).Append(transfer.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
