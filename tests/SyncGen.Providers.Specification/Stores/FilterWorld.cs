using SyncGen.Filters;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models;

namespace SyncGen.Providers.Specification.Stores;

/// <summary>A hub that holds everything, and clients that hold a part each.</summary>
public sealed class FilterWorld : IAsyncDisposable
{
    private const int SessionsMax = 6;

    private readonly ScopeStores _scope;
    private readonly List<(StoreDatabase Database, SyncProvider Store)> _clients = [];

    private FilterWorld(ScopeStores scope, StoreDatabase hub)
    {
        _scope = scope;
        Hub = hub;
        HubStore = hub.Open(scope, SyncRole.Peer);
    }

    /// <summary>The hub's database.</summary>
    public StoreDatabase Hub { get; }

    /// <summary>The hub as a store.</summary>
    public SyncProvider HubStore { get; }

    /// <summary>Makes and provisions the hub.</summary>
    public static async Task<FilterWorld> CreateAsync(ScopeStores scope, DatabaseKind hub)
    {
        var world = new FilterWorld(scope, await StoreDatabase.CreateAsync(hub));
        await world.HubStore.ProvisionAsync();
        return world;
    }

    /// <summary>Makes and provisions a client.</summary>
    public async Task<FilterClient> AddAsync(DatabaseKind kind, SyncRole role, SyncFilter? filter)
    {
        var database = await StoreDatabase.CreateAsync(kind);
        var client = Open(database, role, filter);
        await client.Store.ProvisionAsync();
        return client;
    }

    /// <summary>Opens a client's database with another filter.</summary>
    public FilterClient Open(StoreDatabase database, SyncRole role, SyncFilter? filter)
    {
        var store = database.Open(_scope, role, filter: filter);
        _clients.Add((database, store));
        return new FilterClient(this, database, store);
    }

    /// <summary>Synchronises a client with the hub.</summary>
    public Task<SyncResult> SyncAsync(SyncProvider client, SyncOptions? options = null) =>
        SyncOrchestrator.Between(client, HubStore).SynchronizeAsync(options ?? SyncOptions.Default);

    /// <summary>Synchronises a client until nothing is left to do, and fails if that takes too many sessions.</summary>
    public async Task SettleAsync(SyncProvider client, SyncOptions? options = null)
    {
        for (var i = 0; i < SessionsMax; i++)
        {
            if (!(await SyncAsync(client, options)).HasChanges)
            {
                return;
            }
        }

        throw new InvalidOperationException($"{SessionsMax} sessions did not settle the stores: they go on changing each other's rows.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await HubStore.DisposeAsync();
        foreach (var (_, store) in _clients)
        {
            await store.DisposeAsync();
        }

        await Hub.DisposeAsync();
        foreach (var database in _clients.Select(client => client.Database).Distinct())
        {
            await database.DisposeAsync();
        }
    }
}
