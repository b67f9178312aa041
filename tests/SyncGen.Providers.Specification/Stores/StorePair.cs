using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models;

namespace SyncGen.Providers.Specification.Stores;

/// <summary>Two databases with the same tables, a client and a hub: how applications see them, and how sessions do.</summary>
public sealed class StorePair : IAsyncDisposable
{
    private const int SessionsMax = 6;

    private StorePair(ScopeStores scope, StoreDatabase client, SyncRole role, StoreDatabase hub)
    {
        Client = client;
        Hub = hub;
        ClientStore = client.Open(scope, role);
        HubStore = hub.Open(scope, SyncRole.Peer);
    }

    /// <summary>The client's database.</summary>
    public StoreDatabase Client { get; }

    /// <summary>The hub's database.</summary>
    public StoreDatabase Hub { get; }

    /// <summary>The client as a store.</summary>
    public SyncProvider ClientStore { get; }

    /// <summary>The hub as a store.</summary>
    public SyncProvider HubStore { get; }

    /// <summary>Makes and provisions both.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="client">The client's kind of database.</param>
    /// <param name="role">The client's role.</param>
    /// <param name="hub">The hub's kind of database.</param>
    /// <param name="prepareHub">What the application has in the hub before it is provisioned.</param>
    public static async Task<StorePair> CreateAsync(
        ScopeStores scope, DatabaseKind client, SyncRole role, DatabaseKind hub, Func<StoreDatabase, Task>? prepareHub = null)
    {
        var pair = new StorePair(scope, await StoreDatabase.CreateAsync(client), role, await StoreDatabase.CreateAsync(hub));
        if (prepareHub is not null)
        {
            await prepareHub(pair.Hub);
        }

        await pair.ClientStore.ProvisionAsync();
        await pair.HubStore.ProvisionAsync();
        return pair;
    }

    /// <summary>Runs a statement on both sides.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await Client.ExecuteAsync(sql);
        await Hub.ExecuteAsync(sql);
    }

    /// <summary>Synchronises the two.</summary>
    public Task<SyncResult> SyncAsync(SyncOptions? options = null) =>
        SyncOrchestrator.Between(ClientStore, HubStore).SynchronizeAsync(options ?? SyncOptions.Default);

    /// <summary>Synchronises until nothing is left to do, and fails if that takes too many sessions.</summary>
    public async Task<SyncResult> SettleAsync(SyncOptions? options = null)
    {
        for (var i = 0; i < SessionsMax; i++)
        {
            var result = await SyncAsync(options);
            if (!result.HasChanges)
            {
                return result;
            }
        }

        throw new InvalidOperationException($"{SessionsMax} sessions did not settle the stores: they go on changing each other's rows.");
    }

    /// <summary>Fails unless a query has these rows on both sides.</summary>
    public async Task AssertBothAsync(string sql, params string[] rows)
    {
        Assert.Equal(rows, await Client.RowsAsync(sql));
        Assert.Equal(rows, await Hub.RowsAsync(sql));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ClientStore.DisposeAsync();
        await HubStore.DisposeAsync();
        await Client.DisposeAsync();
        await Hub.DisposeAsync();
    }
}
