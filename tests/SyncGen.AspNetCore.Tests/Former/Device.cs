using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Http;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Sqlite;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>An offline client, with a program of either model.</summary>
internal sealed class Device : IAsyncDisposable
{
    private static readonly SyncOptions s_options = new() { TransientRetryDelay = TimeSpan.FromMilliseconds(1), TransientRetriesMax = 50 };

    private readonly TemporaryFolder _folder = new();
    private readonly SyncProvider _leaf;
    private readonly SyncProvider _hub;

    private Device(SyncScope scope, Func<string, SqliteProvider> open, Uri address, HttpClient? client)
    {
        Store = $"Data Source={_folder.File("leaf.db")}";
        _leaf = open(Store);
        _hub = new HttpProvider(scope, address, client is null ? null : new HttpProviderOptions { Client = () => client });
    }

    public string Store { get; }

    public static Task<Device> EarlierAsync(Depot depot, HttpClient? client = null) =>
        OpenAsync(new Device(Earlier.DepotScope.Definition, store => Earlier.DepotScope.Sqlite(store), depot.Address, client));

    public static Task<Device> LaterAsync(Depot depot, HttpClient? client = null) =>
        OpenAsync(new Device(Later.DepotScope.Definition, store => Later.DepotScope.Sqlite(store), depot.Address, client));

    public static Task<Device> EarlierOfYardAsync(Depot depot, HttpClient client) =>
        OpenAsync(new Device(Earlier.YardScope.Definition, store => Earlier.YardScope.Sqlite(store), depot.Address, client));

    public Task<SyncResult> SynchronizeAsync() => SyncOrchestrator.Between(_leaf, _hub).SynchronizeAsync(s_options);

    public void Run(string sql) => TestStores.Run(Store, sql);

    public IReadOnlyList<string> Read(string sql) => TestStores.Read(Store, sql);

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _leaf.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<Device> OpenAsync(Device device)
    {
        await device._leaf.ProvisionAsync();
        return device;
    }
}
