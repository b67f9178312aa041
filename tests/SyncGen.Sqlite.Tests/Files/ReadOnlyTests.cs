using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Files;

/// <summary>
/// Stores that may only be read: opened so, or so as SQLite sees the file. What the permissions of files and folders do is
/// not tested, since they do not bind the administrator that tests often run as.
/// </summary>
public sealed class ReadOnlyTests
{
    private const string Customers = "SELECT Id, Name FROM Customer ORDER BY Id";

    public static TheoryData<string, SyncRole> Cases => new()
    {
        { "Mode=ReadOnly", SyncRole.Leaf },
        { "Mode=ReadOnly", SyncRole.Peer },
        { "mode=ro", SyncRole.Leaf },
        { "mode=ro", SyncRole.Peer },
        { "immutable=1", SyncRole.Leaf },
        { "immutable=1", SyncRole.Peer },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_store_that_may_only_be_read_refuses_a_session_and_stays_as_it_is(string how, SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, 1)");
        await stores.SettleAsync();
        stores.Client.Execute("INSERT INTO Customer VALUES (2, 'b', NULL, 1)");
        stores.Hub.Execute("INSERT INTO Customer VALUES (3, 'c', NULL, 1)");
        var before = Dump.Of(stores.Client);
        await using (var store = ShopScope.Sqlite(ConnectionString(stores.Client, how), role))
        {
            foreach (var batch in new[] { 1, 1 << 20 })
            {
                var options = new SyncOptions { BatchBytesMax = batch };
                var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(store, stores.HubStore).SynchronizeAsync(options));
                AssertReadOnly(error);
            }

            AssertReadOnly(await Assert.ThrowsAsync<SyncException>(() => store.ProvisionAsync()));
            AssertReadOnly(await Assert.ThrowsAsync<SyncException>(() => store.DeprovisionAsync()));
            Assert.Empty(await store.ReadConflictsAsync());
            Assert.Empty(await store.ReadQuarantineAsync());
        }

        Assert.Equal(before, Dump.Of(stores.Client));
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|a", "2|b", "3|c");
    }

    [Fact]
    public async Task A_read_only_file_that_is_not_there_is_not_created()
    {
        using var folder = new TemporaryFolder();
        await using var store = ShopScope.Sqlite($"Data Source={folder.PathOf("absent.db")};Mode=ReadOnly", SyncRole.Peer);
        Assert.Equal(SyncErrorCode.StoreUnavailable, (await Assert.ThrowsAsync<SyncException>(() => store.ProvisionAsync())).Code);
        Assert.False(File.Exists(folder.PathOf("absent.db")));
    }

    private static string ConnectionString(Database database, string how) => how == "Mode=ReadOnly"
        ? $"{database.ConnectionString};{how}"
        : $"Data Source=file:{database.Path}?{how}";

    private static void AssertReadOnly(SyncException error)
    {
        Assert.Equal(SyncErrorCode.StoreReadOnly, error.Code);
        Assert.Contains("'client.db'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Grant write access", error.Message, StringComparison.Ordinal);
    }
}
