using System.Diagnostics;
using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Processes;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>A database that another program locks for a while.</summary>
public sealed class LockTests
{
    private const string Customers = "SELECT Id, Name FROM Customer ORDER BY Id";

    private static readonly SyncOptions s_oneRowAtATime = new() { BatchBytesMax = 1, TransientRetriesMax = 0 };

    public static TheoryData<string, SyncRole> Cases => new()
    {
        { "wal", SyncRole.Leaf },
        { "wal", SyncRole.Peer },
        { "delete", SyncRole.Leaf },
        { "delete", SyncRole.Peer },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_lock_that_ends_is_waited_for(string journal, SyncRole role)
    {
        await using var stores = await CreateAsync(journal, role);
        stores.Client.Execute("BEGIN EXCLUSIVE");
        var session = stores.SyncAsync(s_oneRowAtATime);
        await Task.Delay(600);
        Assert.False(session.IsCompleted);
        stores.Client.Execute("ROLLBACK");
        await session;
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_lock_that_stays_is_reported_and_nothing_is_half_done(string journal, SyncRole role)
    {
        await using var stores = await CreateAsync(journal, role);
        await using var client = stores.OpenClient(options => options.LockTimeout = TimeSpan.FromMilliseconds(100));
        var before = Dump.Of(stores.Client);
        stores.Client.Execute("BEGIN EXCLUSIVE");
        var busy = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(client, stores.HubStore).SynchronizeAsync(s_oneRowAtATime));
        stores.Client.Execute("ROLLBACK");
        AssertBusy(busy, "'client.db'", stores);
        Assert.Equal(before, Dump.Of(stores.Client));

        await SyncOrchestrator.Between(client, stores.HubStore).SynchronizeAsync(s_oneRowAtATime);
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_lock_in_the_middle_of_a_session_breaks_it_between_batches(string journal, SyncRole role)
    {
        await using var stores = await CreateAsync(journal, role);
        await using var client = stores.OpenClient(options => options.LockTimeout = TimeSpan.FromMilliseconds(100));
        using var locking = new Break(2, () => stores.Client.Execute("BEGIN IMMEDIATE"));
        var busy = await Assert.ThrowsAsync<SyncException>(() =>
            SyncOrchestrator.Between(client, stores.HubStore).SynchronizeAsync(s_oneRowAtATime, locking));
        AssertBusy(busy, "'client.db'", stores);
        stores.Client.Execute("COMMIT");
        Invariants.Check(stores.Client);
        await SyncOrchestrator.Between(client, stores.HubStore).SynchronizeAsync(s_oneRowAtATime);
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_locked_hub_breaks_the_session_too(string journal, SyncRole role)
    {
        await using var stores = await CreateAsync(journal, role);
        await using var hub = stores.OpenHub(options => options.LockTimeout = TimeSpan.FromMilliseconds(100));
        stores.Hub.Execute("BEGIN EXCLUSIVE");
        var busy = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(stores.ClientStore, hub).SynchronizeAsync(s_oneRowAtATime));
        AssertBusy(busy, "'hub.db'", stores);
        stores.Hub.Execute("ROLLBACK");
        await SyncOrchestrator.Between(stores.ClientStore, hub).SynchronizeAsync(s_oneRowAtATime);
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    [Fact]
    public async Task A_reader_that_stays_holds_up_commits_of_a_rollback_journal_only()
    {
        foreach (var journal in new[] { "wal", "delete" })
        {
            await using var stores = await CreateAsync(journal, SyncRole.Peer);
            await using var client = stores.OpenClient(options => options.LockTimeout = TimeSpan.FromMilliseconds(100));
            stores.Client.Execute("BEGIN");
            var before = stores.Client.Rows(Customers);
            var session = SyncOrchestrator.Between(client, stores.HubStore).SynchronizeAsync(s_oneRowAtATime);
            if (journal == "delete")
            {
                AssertBusy(await Assert.ThrowsAsync<SyncException>(() => session), "'client.db'", stores);
            }

            await Task.WhenAny(session);
            Assert.Equal(before, stores.Client.Rows(Customers));
            stores.Client.Execute("COMMIT");
            await SyncOrchestrator.Between(client, stores.HubStore).SynchronizeAsync(s_oneRowAtATime);
            Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
        }
    }

    [Fact]
    public async Task Waiting_for_a_lock_can_be_cancelled()
    {
        await using var stores = await CreateAsync("delete", SyncRole.Leaf);
        stores.Client.Execute("BEGIN EXCLUSIVE");
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var started = Stopwatch.GetTimestamp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SyncOrchestrator.Between(stores.ClientStore, stores.HubStore).SynchronizeAsync(cancellationToken: source.Token));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
        stores.Client.Execute("ROLLBACK");
        await stores.SyncAsync();
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    [Fact]
    public async Task A_lock_of_another_process_is_waited_for()
    {
        await using var stores = await CreateAsync("delete", SyncRole.Leaf);
        using var child = await ChildProcess.StartAsync("lock", stores.Client.Path);
        var session = stores.SyncAsync();
        await Task.Delay(300);
        Assert.False(session.IsCompleted);
        child.Go();
        Assert.Equal("done", await child.EndAsync());
        await session;
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    private static async Task<StorePair> CreateAsync(string journal, SyncRole role)
    {
        var stores = await StorePair.CreateAsync(ShopScope.Sqlite, $"PRAGMA journal_mode = {journal}", role);
        stores.Hub.Execute("INSERT INTO Customer (Id, Name) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')");
        stores.Client.Execute("INSERT INTO Customer (Id, Name) VALUES (11, 'a'), (12, 'b')");
        return stores;
    }

    private static void AssertBusy(SyncException busy, string file, StorePair stores)
    {
        Assert.Equal(SyncErrorCode.StoreBusy, busy.Code);
        Assert.True(busy.IsTransient);
        Assert.Contains(file, busy.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetDirectoryName(stores.Client.Path)!, busy.Message, StringComparison.Ordinal);
    }
}
