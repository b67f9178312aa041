using SyncGen.Providers.Specification.Stores;
using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Processes;
using SyncGen.Sqlite.Tests.Stores;
using StorePair = SyncGen.Sqlite.Tests.Stores.StorePair;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>Several sessions, and writers, on one file at once.</summary>
public sealed class ConcurrencyTests
{
    private const string Customers = "SELECT Id, Name FROM Customer ORDER BY Id";

    private static readonly SyncOptions s_smallBatches = new() { BatchBytesMax = 400 };

    [Theory]
    [InlineData("wal", SyncRole.Leaf)]
    [InlineData("wal", SyncRole.Peer)]
    [InlineData("delete", SyncRole.Leaf)]
    [InlineData("delete", SyncRole.Peer)]
    public async Task Two_providers_of_each_file_synchronise_at_once_while_programs_write(string journal, SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, $"PRAGMA journal_mode = {journal}", role);
        await using var otherClient = stores.OpenClient();
        await using var otherHub = stores.OpenHub();
        using var done = new CancellationTokenSource();
        var writers = new[]
        {
            Task.Run(() => WriteAsync(stores.Client.Path, 1_000, done.Token)),
            Task.Run(() => WriteAsync(stores.Hub.Path, 2_000, done.Token)),
        };
        for (var i = 0; i < 6; i++)
        {
            await Task.WhenAll(
                stores.SyncAsync(s_smallBatches),
                SyncOrchestrator.Between(otherClient, otherHub).SynchronizeAsync(s_smallBatches));
        }

        await done.CancelAsync();
        var written = (await Task.WhenAll(writers)).Sum();
        await stores.SettleAsync();
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
        Assert.Equal(written, stores.Hub.Rows(Customers).Count);
        Invariants.Check(stores.Client, "shop", "Customer", "Id");
        Invariants.Check(stores.Hub, "shop", "Customer", "Id");
    }

    /// <summary>At the first session of all the hub does not know the leaf when rows are asked for, and may send it its own as they were.</summary>
    [Theory]
    [InlineData("wal")]
    [InlineData("delete")]
    public async Task A_leafs_own_rows_do_not_undo_a_later_edit(string journal)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, $"PRAGMA journal_mode = {journal}", SyncRole.Leaf);
        await using var otherClient = stores.OpenClient();
        await using var otherHub = stores.OpenHub();
        stores.Hub.Execute("INSERT INTO Customer (Id, Name) VALUES (1, 'hub')");
        var late = new WatchedLeaf(stores.ClientStore, async (moment, time) =>
        {
            if (moment == LeafMoment.Applying)
            {
                if (time > 2)
                {
                    throw new OperationCanceledException("This session ends here, so that it cannot read on and heal what it did.");
                }

                stores.Client.Execute(time == 1 ? "INSERT INTO Customer (Id, Name) VALUES (2, 'a')" : "UPDATE Customer SET Name = 'ax' WHERE Id = 2");
                await SyncOrchestrator.Between(otherClient, otherHub).SynchronizeAsync(new SyncOptions { Order = SyncOrder.Upload });
            }
        });

        await Assert.ThrowsAsync<OperationCanceledException>(() => SyncOrchestrator.Between(late, stores.HubStore)
            .SynchronizeAsync(new SyncOptions { BatchBytesMax = 1, ReadsAhead = false }));
        await stores.SettleAsync();

        stores.AssertBoth(Customers, "1|hub", "2|ax");
    }

    [Fact]
    public async Task Two_processes_synchronise_the_same_files_at_once()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, "PRAGMA journal_mode = wal");
        Fill(stores.Client, 1, 300);
        Fill(stores.Hub, 1_001, 1_300);
        using var first = await ChildProcess.StartAsync("synchronize", stores.Client.Path, stores.Hub.Path);
        using var second = await ChildProcess.StartAsync("synchronize", stores.Client.Path, stores.Hub.Path);
        first.Go();
        second.Go();
        Assert.Equal("done", await first.EndAsync());
        Assert.Equal("done", await second.EndAsync());
        await stores.SettleAsync();
        Assert.Equal(600, stores.Hub.Rows(Customers).Count);
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    [Fact]
    public async Task A_process_that_is_killed_within_a_session_leaves_nothing_muted()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, "PRAGMA journal_mode = wal");
        Fill(stores.Hub, 1, 6_000);
        for (var i = 0; i < 4; i++)
        {
            using var child = await ChildProcess.StartAsync("synchronize", stores.Client.Path, stores.Hub.Path);
            child.Go();
            await Task.Delay(150 + (100 * i));
            await child.KillAsync();
            Invariants.Check(stores.Client, "shop", "Customer", "Id");
            Invariants.Check(stores.Hub, "shop", "Customer", "Id");
            stores.Client.Execute($"INSERT INTO Customer (Id, Name) VALUES ({10_000 + i}, 'between')");
        }

        await stores.SettleAsync();
        Assert.Equal(6_004, stores.Hub.Rows(Customers).Count);
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    private static void Fill(Database database, int first, int last) => database.Execute(
        $"WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last}) INSERT INTO Customer (Id, Name) SELECT i, 'n' || i FROM n");

    private static async Task<int> WriteAsync(string path, int first, CancellationToken done)
    {
        using var database = new Database(path);
        var written = 0;
        for (; !done.IsCancellationRequested; written++)
        {
            database.Execute($"INSERT INTO Customer (Id, Name) VALUES ({first + written}, 'a'); UPDATE Customer SET Name = Name || 'x' WHERE Id = {first + (written / 2)}");
            await Task.Delay(1, CancellationToken.None);
        }

        return written;
    }
}
