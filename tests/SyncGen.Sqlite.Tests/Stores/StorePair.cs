using SyncGen.Sqlite;

namespace SyncGen.Sqlite.Tests.Stores;

/// <summary>Two databases with the same tables, a client and a hub: how applications see them, and how sessions do.</summary>
internal sealed class StorePair : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Func<string, SqliteProviderOptions, SqliteProvider> _open;
    private readonly SyncRole _role;

    private StorePair(Func<string, SqliteProviderOptions, SqliteProvider> open, SyncRole role)
    {
        _open = open;
        _role = role;
        Client = new Database(_folder.PathOf("client.db"));
        Hub = new Database(_folder.PathOf("hub.db"));
        ClientStore = OpenClient();
        HubStore = OpenHub();
    }

    public Database Client { get; }

    public Database Hub { get; }

    public SqliteProvider ClientStore { get; }

    public SqliteProvider HubStore { get; }

    /// <summary>Creates both, runs a script on both, and provisions them.</summary>
    /// <param name="open">The generated method that opens a store.</param>
    /// <param name="schema">What the application has in its databases before they are provisioned.</param>
    /// <param name="role">The client's role; the hub is a peer.</param>
    public static async Task<StorePair> CreateAsync(
        Func<string, SqliteProviderOptions, SqliteProvider> open, string schema = "", SyncRole role = SyncRole.Peer)
    {
        var pair = new StorePair(open, role);
        try
        {
            if (schema.Length > 0)
            {
                pair.Client.Execute(schema);
                pair.Hub.Execute(schema);
            }

            await pair.ClientStore.ProvisionAsync();
            await pair.HubStore.ProvisionAsync();
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>The full path of a file beside the two databases.</summary>
    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>One more provider of the client's database.</summary>
    public SqliteProvider OpenClient(Action<SqliteProviderOptions>? configure = null) => Open(Client, _role, configure);

    /// <summary>One more provider of the hub's database.</summary>
    public SqliteProvider OpenHub(Action<SqliteProviderOptions>? configure = null) => Open(Hub, SyncRole.Peer, configure);

    public Task<SyncResult> SyncAsync(SyncOptions? options = null) =>
        SyncOrchestrator.Between(ClientStore, HubStore).SynchronizeAsync(options ?? SyncOptions.Default);

    /// <summary>Synchronises until nothing is left to do, and fails if that takes too many sessions.</summary>
    public async Task<SyncResult> SettleAsync(SyncOptions? options = null)
    {
        for (var i = 0; i < 6; i++)
        {
            var result = await SyncAsync(options);
            if (!result.HasChanges)
            {
                return result;
            }
        }

        throw new InvalidOperationException("Six sessions did not settle the stores: they go on changing each other's rows.");
    }

    /// <summary>Fails unless a query has these rows on both sides.</summary>
    public void AssertBoth(string sql, params string[] rows)
    {
        Assert.Equal(rows, Client.Rows(sql));
        Assert.Equal(rows, Hub.Rows(sql));
    }

    public async ValueTask DisposeAsync()
    {
        await ClientStore.DisposeAsync();
        await HubStore.DisposeAsync();
        Client.Dispose();
        Hub.Dispose();
        _folder.Dispose();
    }

    private SqliteProvider Open(Database database, SyncRole role, Action<SqliteProviderOptions>? configure)
    {
        var options = new SqliteProviderOptions { Role = role };
        configure?.Invoke(options);
        return _open(database.ConnectionString, options);
    }
}
