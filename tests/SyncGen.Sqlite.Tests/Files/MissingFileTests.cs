using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Files;

/// <summary>A file that is not there: what changes a store makes it, what only looks does not.</summary>
public sealed class MissingFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Looks => ["conflicts", "quarantine", "forget", "deprovision"];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task What_only_looks_does_not_create_it(string call)
    {
        var path = _folder.PathOf("absent.db");
        await using var store = ShopScope.Sqlite($"Data Source={path}", SyncRole.Peer);
        var error = await Assert.ThrowsAsync<SyncException>(() => LookAsync(call, store));
        Assert.Equal(SyncErrorCode.StoreUnavailable, error.Code);
        Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));

        await store.ProvisionAsync();
        await LookAsync(call, store);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task What_only_looks_does_not_provision(string call)
    {
        using var database = new Database(_folder.PathOf("plain.db"));
        database.Execute("CREATE TABLE Mine (Id INTEGER)");
        var before = Dump.Of(database);
        await using var store = ShopScope.Sqlite(database.ConnectionString, SyncRole.Peer);
        if (call == "deprovision")
        {
            await store.DeprovisionAsync();
        }
        else
        {
            Assert.Equal(SyncErrorCode.NotProvisioned, (await Assert.ThrowsAsync<SyncException>(() => LookAsync(call, store))).Code);
        }

        Assert.Equal(before, Dump.Of(database));
    }

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task A_preview_foretells_a_first_session_and_creates_nothing(SyncRole role)
    {
        var path = _folder.PathOf("client.db");
        await using var hub = ShopScope.Sqlite($"Data Source={_folder.PathOf("hub.db")}", SyncRole.Peer);
        await hub.ProvisionAsync();
        using (var database = new Database(_folder.PathOf("hub.db")))
        {
            database.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, 1), (2, 'b', NULL, 2)");
        }

        await using var client = ShopScope.Sqlite($"Data Source={path}", role);
        var sessions = SyncOrchestrator.Between(client, hub);
        for (var i = 0; i < 2; i++)
        {
            var preview = await sessions.PreviewAsync();
            Assert.Equal(2, preview.Download.Total.Written);
            Assert.False(File.Exists(path));
        }

        Assert.Equal(2, (await sessions.SynchronizeAsync()).Download.Total.Written);
        Assert.True(File.Exists(path));
        Assert.False((await sessions.PreviewAsync()).HasChanges);
    }

    [Theory]
    [InlineData("provision")]
    [InlineData("preview")]
    [InlineData("conflicts")]
    public async Task A_missing_folder_is_named_and_not_created(string call)
    {
        var path = _folder.PathOf(Path.Combine("missing", "app.db"));
        await using var store = ShopScope.Sqlite($"Data Source={path}", SyncRole.Peer);
        await using var hub = ShopScope.Sqlite($"Data Source={_folder.PathOf("hub.db")}", SyncRole.Peer);
        var error = await Assert.ThrowsAsync<SyncException>(() => call switch
        {
            "provision" => store.ProvisionAsync(),
            "preview" => SyncOrchestrator.Between(store, hub).PreviewAsync(),
            _ => store.ReadConflictsAsync(),
        });
        Assert.Equal(SyncErrorCode.StoreUnavailable, error.Code);
        Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    public async Task A_disposed_provider_opens_nothing_again()
    {
        var path = _folder.PathOf("disposed.db");
        var store = ShopScope.Sqlite($"Data Source={path}", SyncRole.Peer);
        await using var hub = ShopScope.Sqlite($"Data Source={_folder.PathOf("hub.db")}", SyncRole.Peer);
        await store.ProvisionAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();
        File.Delete(path);
#pragma warning disable SYNC0904 // Which throws, as is tested here.
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ProvisionAsync());
#pragma warning restore SYNC0904
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.DeprovisionAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ReadConflictsAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ForgetAsync(TimeSpan.Zero));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => SyncOrchestrator.Between(store, hub).SynchronizeAsync());
        Assert.False(File.Exists(path));
    }

    public void Dispose() => _folder.Dispose();

    private static Task LookAsync(string call, SqliteProvider store) => call switch
    {
        "conflicts" => store.ReadConflictsAsync(),
        "quarantine" => store.ReadQuarantineAsync(),
        "forget" => store.ForgetAsync(TimeSpan.FromDays(1)),
        _ => store.DeprovisionAsync(),
    };
}
