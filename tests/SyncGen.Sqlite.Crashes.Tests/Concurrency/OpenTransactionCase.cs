using SyncGen.Sqlite.Crashes.Tests.Stores;
using SyncGen.Sqlite.Crashes.Tests.Truth;
using SyncGen.Testing;

namespace SyncGen.Sqlite.Crashes.Tests.Concurrency;

/// <summary>A hub and a client with one box, number 7, that both know; and a program that writes to one of them.</summary>
internal sealed class OpenTransactionCase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqlRemote _remote;
    private readonly Store _client;

    private OpenTransactionCase(SqlRemote remote, Store client)
    {
        _remote = remote;
        _client = client;
        foreach (var store in new[] { Store.Hub, client })
        {
            Files[store] = new StoreFile(StoreFile.PathOf(_folder.Path, store));
        }
    }

    public Dictionary<Store, StoreFile> Files { get; } = [];

    public static async Task<OpenTransactionCase> CreateAsync(SqlRemote remote, string journalMode, SyncRole role)
    {
        var stores = new OpenTransactionCase(remote, role == SyncRole.Leaf ? Store.Leaf : Store.Peer);
        foreach (var file in stores.Files.Values)
        {
            file.CreateTables(journalMode);
        }

        await using var hub = stores.Open(Store.Hub);
        await hub.ProvisionAsync();
        stores.Files[Store.Hub].Execute(Put(7, 1));
        await stores.SettleAsync();
        return stores;
    }

    /// <summary>SQL that writes a box.</summary>
    public static string Put(long box, long write) =>
        $"""INSERT INTO Box VALUES ({box}, {write}, '{RowWrite.FillingOf(write)}') ON CONFLICT (Id) DO UPDATE SET "Write" = excluded."Write", Filling = excluded.Filling""";

    public Store StoreOf(bool atHub) => atHub ? Store.Hub : _client;

    public SqliteProvider Open(Store store, TimeSpan? lockTimeout = null) => StoreProvider.Open(_folder.Path, store, lockTimeout);

    /// <summary>The other program begins a transaction and writes boxes.</summary>
    public async Task BeginAsync(Store store, params (long Box, long Write)[] writes)
    {
        await _remote.DoAsync($"open {StoreFile.PathOf(_folder.Path, store)}");
        await _remote.DoAsync("BEGIN IMMEDIATE");
        foreach (var (box, write) in writes)
        {
            await _remote.DoAsync(Put(box, write));
        }
    }

    /// <summary>The other program commits.</summary>
    public async Task CommitAsync()
    {
        await _remote.DoAsync("COMMIT");
        await _remote.DoAsync("close");
    }

    public async Task<SyncResult> SynchronizeAsync(TimeSpan? lockTimeout = null)
    {
        await using var client = Open(_client, lockTimeout);
        await using var hub = Open(Store.Hub, lockTimeout);
        return await SyncOrchestrator.Between(client, hub).SynchronizeAsync(new SyncOptions { TransientRetriesMax = 0 });
    }

    /// <summary>Synchronises until nothing travels, and fails unless both have the same rows then.</summary>
    public async Task SettleAsync()
    {
        for (var travelled = 1L; travelled > 0;)
        {
            var result = await SynchronizeAsync();
            StoreProvider.RequireCalm(result);
            travelled = result.Upload.Rows + result.Download.Rows;
        }

        Assert.Equal(Files[Store.Hub].ReadRows(), Files[_client].ReadRows());
        Invariants.CheckAtRest(Files[Store.Hub]);
        Invariants.CheckAtRest(Files[_client]);
    }

    /// <summary>The write that a box shows at a store; null: it is not there.</summary>
    public long? WriteOf(Store store, long box) => Files[store].ReadRows().TryGetValue(new RowKey(false, box), out var write) ? write : null;

    /// <summary>How often a write of a box lost a conflict, in both stores.</summary>
    public int LossesOf(long write) =>
        Files.Values.Sum(file => file.Rows($"SELECT 1 FROM syncgen_boxes_conflict WHERE loser_row LIKE '%\"{RowWrite.FillingOf(write)}\"%'").Count);

    public int Conflicts => Files.Values.Sum(file => file.Rows("SELECT 1 FROM syncgen_boxes_conflict").Count);

    public async ValueTask DisposeAsync()
    {
        await _remote.DoAsync("close");
        foreach (var file in Files.Values)
        {
            file.Dispose();
        }

        _folder.Dispose();
    }
}
