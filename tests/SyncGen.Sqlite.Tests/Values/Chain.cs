using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Values;

/// <summary>Three stores in a row, so that a value is read, sent and stored twice: two clients of one hub.</summary>
internal sealed class Chain : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteProvider[] _stores;

    private Chain(Func<string, SqliteProviderOptions, SqliteProvider> open, SyncRole role)
    {
        Databases = [.. new[] { "first.db", "hub.db", "last.db" }.Select(name => new Database(_folder.PathOf(name)))];
        _stores = [.. Databases.Select((database, i) => open(database.ConnectionString, new SqliteProviderOptions { Role = i == 1 ? SyncRole.Peer : role }))];
    }

    public Database First => Databases[0];

    public Database Hub => Databases[1];

    public Database Last => Databases[2];

    public IReadOnlyList<Database> Databases { get; }

    public SqliteProvider LastStore => _stores[2];

    public static async Task<Chain> CreateAsync(
        Func<string, SqliteProviderOptions, SqliteProvider> open, SyncRole role, params string?[] schemas)
    {
        var chain = new Chain(open, role);
        for (var i = 0; i < 3; i++)
        {
            if (i < schemas.Length && schemas[i] is { } schema)
            {
                chain.Databases[i].Execute(schema);
            }

            await chain._stores[i].ProvisionAsync();
        }

        return chain;
    }

    /// <summary>From the first to the last; answers both sessions.</summary>
    public async Task<(SyncResult Up, SyncResult Down)> PassAsync(SyncOptions? options = null) =>
        (await SyncOrchestrator.Between(_stores[0], _stores[1]).SynchronizeAsync(options ?? SyncOptions.Default),
            await SyncOrchestrator.Between(_stores[2], _stores[1]).SynchronizeAsync(options ?? SyncOptions.Default));

    /// <summary>Fails unless nothing is left to do, either way.</summary>
    public async Task AssertQuietAsync(SyncOptions? options = null)
    {
        await PassAsync(options);
        var (up, down) = await PassAsync(options);
        Assert.False(up.HasChanges, up.ToString());
        Assert.False(down.HasChanges, down.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        foreach (var database in Databases)
        {
            database.Dispose();
        }

        _folder.Dispose();
    }
}
