using Microsoft.Data.Sqlite;
using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Files;

/// <summary>A disk that fills up: in the middle of provisioning, of an application's write, of a session's batch.</summary>
public sealed class FullDiskTests
{
    private const string Customers = "SELECT Id, Name, length(Code) FROM Customer ORDER BY Id";
    private const int Page = 4096;

    public static TheoryData<SyncRole> Roles => [SyncRole.Leaf, SyncRole.Peer];

    public static TheoryData<SyncRole, int, bool> Sessions
    {
        get
        {
            var cases = new TheoryData<SyncRole, int, bool>();
            foreach (var role in new[] { SyncRole.Leaf, SyncRole.Peer })
            {
                foreach (var batch in new[] { 1, 10_000, 1 << 20 })
                {
                    cases.Add(role, batch, true);
                    cases.Add(role, batch, false);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Provisioning_is_done_whole_or_not_at_all(SyncRole role)
    {
        using var disk = new MemoryDisk();
        disk.Database.Execute("CREATE TABLE Customer (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL, Code TEXT, Rank INTEGER); INSERT INTO Customer VALUES (1, 'a', NULL, 1)");
        var before = Dump.Of(disk.Database);
        await using var store = ShopScope.Sqlite(disk.ConnectionString, role);
        var refused = 0;
        for (var pages = 0; pages < 200; pages++)
        {
            disk.Leave(pages * Page);
            try
            {
                await store.ProvisionAsync();
                break;
            }
            catch (SyncException error)
            {
                AssertFull(error);
                Assert.Equal(before, Dump.Of(disk.Database));
                refused++;
            }
        }

        Assert.InRange(refused, 5, 60);
        Invariants.Check(disk.Database);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_write_of_the_application_that_fails_leaves_no_trace(SyncRole role)
    {
        using var disk = new MemoryDisk();
        using var folder = new TemporaryFolder();
        await using var store = ShopScope.Sqlite(disk.ConnectionString, role);
        await using var hub = ShopScope.Sqlite($"Data Source={folder.PathOf("hub.db")}", SyncRole.Peer);
        await store.ProvisionAsync();
        disk.Leave(3 * Page);
        var before = Dump.Of(disk.Database);
        var error = Assert.Throws<SqliteException>(() => disk.Database.Execute(Fill(1, 100)));
        Assert.Equal(13, error.SqliteErrorCode);
        Assert.Equal(before, Dump.Of(disk.Database));
        disk.Free();
        disk.Database.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, 1)");
        await SyncOrchestrator.Between(store, hub).SynchronizeAsync();
        using var other = new Database(folder.PathOf("hub.db"));
        Assert.Equal(disk.Database.Rows(Customers), other.Rows(Customers));
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task A_session_breaks_between_batches_and_goes_on_when_there_is_room(SyncRole role, int batch, bool clientIsFull)
    {
        using var client = new MemoryDisk();
        using var hub = new MemoryDisk();
        await using var clientStore = ShopScope.Sqlite(client.ConnectionString, role);
        await using var hubStore = ShopScope.Sqlite(hub.ConnectionString, SyncRole.Peer);
        await clientStore.ProvisionAsync();
        await hubStore.ProvisionAsync();
        client.ExecuteTightly(Fill(1_000, 60));
        hub.ExecuteTightly(Fill(2_000, 60));
        var sessions = SyncOrchestrator.Between(clientStore, hubStore);
        var options = new SyncOptions { BatchBytesMax = batch };
        var full = clientIsFull ? client : hub;
        var refused = 0;
        (clientIsFull ? hub : client).Free();
        for (var room = 0; room < 200 * Page; room += 11 * Page)
        {
            full.Leave(room);
            try
            {
                await sessions.SynchronizeAsync(options);
                break;
            }
            catch (SyncException error)
            {
                AssertFull(error);
                Invariants.Check(client.Database, "shop", "Customer", "Id");
                Invariants.Check(hub.Database, "shop", "Customer", "Id");
                refused++;
            }
        }

        Assert.InRange(refused, 1, 60);
        Assert.Equal(120, hub.Database.Rows(Customers).Count);
        Assert.Equal(hub.Database.Rows(Customers), client.Database.Rows(Customers));
        Assert.False((await sessions.SynchronizeAsync(options)).HasChanges);
        Assert.Empty(await clientStore.ReadConflictsAsync());
        Assert.Empty(await hubStore.ReadConflictsAsync());
    }

    private static string Fill(int first, int count) => $"""
        WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {first + count - 1})
        INSERT INTO Customer SELECT i, 'row ' || i, hex(zeroblob(1500)), i FROM n
        """;

    private static void AssertFull(SyncException error)
    {
        Assert.Equal(SyncErrorCode.StoreFull, error.Code);
        Assert.Contains(".db'", error.Message, StringComparison.Ordinal);
        Assert.Contains("free room", error.Message, StringComparison.Ordinal);
    }
}
