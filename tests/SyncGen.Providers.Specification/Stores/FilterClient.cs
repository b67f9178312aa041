using SyncGen.Providers.Specification.Databases;

namespace SyncGen.Providers.Specification.Stores;

/// <summary>A client that holds a part.</summary>
/// <param name="World">Its hub and the other clients.</param>
/// <param name="Database">Its database.</param>
/// <param name="Store">Its database as a store.</param>
public sealed record FilterClient(FilterWorld World, StoreDatabase Database, SyncProvider Store)
{
    /// <summary>Synchronises with the hub.</summary>
    public Task<SyncResult> SyncAsync(SyncOptions? options = null) => World.SyncAsync(Store, options);

    /// <summary>Synchronises until nothing is left to do.</summary>
    public Task SettleAsync(SyncOptions? options = null) => World.SettleAsync(Store, options);

    /// <summary>Fails unless a query has these rows.</summary>
    public async Task AssertAsync(string sql, params string[] rows) => Assert.Equal(rows, await Database.RowsAsync(sql));

    /// <summary>Fails if the client has anything that it believes to have changed itself, since it logged a write.</summary>
    public async Task AssertNothingLoggedAsync(string scope, string table)
    {
        await AssertAsync($"""SELECT count(*) FROM "syncgen_{scope}_{table}_log" """, "0");
    }
}
