using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Processes;
using SyncGen.Sqlite.Tests.Stores;

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
