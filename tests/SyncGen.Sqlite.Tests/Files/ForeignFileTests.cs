using System.Text;
using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Files;

/// <summary>Files that are no databases are refused by name, and left as they are.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var file in new[] { "random", "text", "short", "header", "truncated" })
            {
                foreach (var call in new[] { "provision", "deprovision", "synchronize", "preview", "conflicts" })
                {
                    cases.Add(file, call);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_no_database_is_named_and_left_alone(string file, string call)
    {
        var path = _folder.PathOf("foreign.db");
        var bytes = Content(file);
        await File.WriteAllBytesAsync(path, bytes);
        await using var store = ShopScope.Sqlite($"Data Source={path}", SyncRole.Peer);
        await using var hub = ShopScope.Sqlite($"Data Source={_folder.PathOf("hub.db")}", SyncRole.Peer);
        await hub.ProvisionAsync();

        var error = await Assert.ThrowsAsync<SyncException>(() => CallAsync(call, store, hub));

        Assert.Equal(SyncErrorCode.StoreCorrupt, error.Code);
        Assert.Contains("foreign.db'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Restore it from a backup", error.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
        Assert.False(File.Exists(path + "-journal"));

        // The obstacle is lifted: the very same provider goes on.
        File.Delete(path);
        await SyncOrchestrator.Between(store, hub).SynchronizeAsync();
    }

    [Fact]
    public async Task An_empty_file_is_an_empty_database()
    {
        var path = _folder.PathOf("empty.db");
        await File.WriteAllBytesAsync(path, []);
        await using var store = ShopScope.Sqlite($"Data Source={path}", SyncRole.Peer);
        Assert.Equal(SyncErrorCode.NotProvisioned, (await Assert.ThrowsAsync<SyncException>(() => store.ReadConflictsAsync())).Code);
        Assert.Equal(0, new FileInfo(path).Length);
        await store.ProvisionAsync();
        Assert.Empty(await store.ReadConflictsAsync());
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_is_named()
    {
        var path = _folder.PathOf("folder.db");
        Directory.CreateDirectory(path);
        await using var store = ShopScope.Sqlite($"Data Source={path}", SyncRole.Peer);
        foreach (var call in new[] { "provision", "deprovision", "synchronize", "preview", "conflicts" })
        {
            await using var hub = ShopScope.Sqlite("Data Source=:memory:", SyncRole.Peer);
            var error = await Assert.ThrowsAsync<SyncException>(() => CallAsync(call, store, hub));
            Assert.Equal(SyncErrorCode.StoreUnavailable, error.Code);
            Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFileSystemEntries(path));
    }

    public void Dispose() => _folder.Dispose();

    private static Task CallAsync(string call, SqliteProvider store, SqliteProvider hub) => call switch
    {
        "provision" => store.ProvisionAsync(),
        "deprovision" => store.DeprovisionAsync(),
        "synchronize" => SyncOrchestrator.Between(store, hub).SynchronizeAsync(),
        "preview" => SyncOrchestrator.Between(store, hub).PreviewAsync(),
        _ => store.ReadConflictsAsync(),
    };

    private byte[] Content(string file)
    {
        var bytes = new byte[20_000];
        new Random(1).NextBytes(bytes);
        return file switch
        {
            "random" => bytes,
            "text" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Dear Sir or Madam,\r\n", 500))),
            "short" => "no database"u8.ToArray(),
            "header" => [.. "SQLite format 3\0"u8, .. bytes],
            _ => Truncated(),
        };
    }

    private byte[] Truncated()
    {
        using var database = new Database(_folder.PathOf("whole.db"));
        database.Execute("CREATE TABLE Customer (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL, Code TEXT, Rank INTEGER)");
        database.Execute("CREATE TABLE Other (Id INTEGER PRIMARY KEY)");
        // Of the first page, which holds the schema, only the beginning is left.
        return File.ReadAllBytes(database.Path)[..3000];
    }
}
