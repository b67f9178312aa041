using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>What migrations and maintenance do to a provisioned database.</summary>
public sealed class SchemaChangeTests
{
    private const string Customers = "SELECT Id, Name, Code, Rank FROM Customer ORDER BY Id";

    /// <summary>How EF Core rebuilds a table for which ALTER TABLE does not suffice.</summary>
    private const string Rebuild = """
        CREATE TABLE ef_temp_Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL DEFAULT '', Code TEXT, Rank INTEGER);
        INSERT INTO ef_temp_Customer SELECT Id, Name, Code, Rank FROM Customer;
        PRAGMA foreign_keys = 0;
        DROP TABLE Customer;
        ALTER TABLE ef_temp_Customer RENAME TO Customer;
        PRAGMA foreign_keys = 1;
        """;

    private static readonly SyncOptions s_oneRowAtATime = new() { BatchBytesMax = 1 };

    public static TheoryData<SyncRole> Roles => [SyncRole.Leaf, SyncRole.Peer];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Vacuum_changes_nothing_between_and_within_broken_sessions(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite,
            "CREATE TABLE Customer (Id INTEGER NOT NULL, Name TEXT NOT NULL, Code TEXT, Rank INTEGER, PRIMARY KEY (Id DESC))", role);
        stores.Hub.Execute("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
            INSERT INTO Customer SELECT (i * 7) % 41, 'n' || i, NULL, i FROM n;
            DELETE FROM Customer WHERE Rank < 8
            """);
        stores.Client.Execute("INSERT INTO Customer VALUES (100, 'client', NULL, 0), (101, 'client', NULL, 0)");
        for (var i = 1; i <= 8; i++)
        {
            using var within = new Break(i, () =>
            {
                stores.Hub.Execute("VACUUM");
                stores.Client.Execute("VACUUM");
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SyncOrchestrator.Between(stores.ClientStore, stores.HubStore)
                .SynchronizeAsync(s_oneRowAtATime, within, within.Token));
            stores.Hub.Execute($"DELETE FROM Customer WHERE Rank = {8 + i}; INSERT INTO Customer VALUES ({200 + i}, 'later', NULL, 0); VACUUM");
        }

        await stores.SettleAsync();
        Assert.Equal(35, stores.Hub.Rows(Customers).Count);
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_column_is_added(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, 1)");
        await stores.SettleAsync();
        stores.Client.Execute("ALTER TABLE Customer ADD COLUMN Extra TEXT NOT NULL DEFAULT 'x'");
        stores.Client.Execute("INSERT INTO Customer VALUES (2, 'b', NULL, 2, 'y'); UPDATE Customer SET Name = 'A' WHERE Id = 1");
        stores.Hub.Execute("INSERT INTO Customer VALUES (3, 'c', NULL, 3)");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|A|NULL|1", "2|b|NULL|2", "3|c|NULL|3");
        Assert.Equal(["x", "y", "x"], stores.Client.Rows("SELECT Extra FROM Customer ORDER BY Id"));
    }

    [Fact]
    public async Task A_column_of_the_model_that_went_away_is_missed()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite);
        await stores.SyncAsync();
        stores.Client.Execute("ALTER TABLE Customer RENAME COLUMN Code TO Kode");
        var refused = await Assert.ThrowsAsync<SyncException>(() => stores.SyncAsync());
        Assert.Equal(SyncErrorCode.SchemaMismatch, refused.Code);
        Assert.Contains("'Code'", refused.Message, StringComparison.Ordinal);
        stores.Client.Execute("ALTER TABLE Customer RENAME COLUMN Kode TO Code");
        await stores.SyncAsync();
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_table_that_was_rebuilt_is_noticed_and_nothing_is_lost(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2), (3, 'c', 'z', 3)");
        await stores.SettleAsync();
        stores.Client.Execute(Rebuild);
        stores.Client.Execute("UPDATE Customer SET Name = 'unseen' WHERE Id = 1; INSERT INTO Customer VALUES (4, 'unseen', NULL, NULL)");
        var refused = await Assert.ThrowsAsync<SyncException>(() => stores.SyncAsync());
        Assert.Equal(SyncErrorCode.SchemaMismatch, refused.Code);
        Assert.Contains("'client.db'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'Customer'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ProvisionAsync", refused.Message, StringComparison.Ordinal);
        stores.Hub.Execute("UPDATE Customer SET Name = 'edited at the hub' WHERE Id = 2");

        await stores.ClientStore.ProvisionAsync();
        stores.Client.Execute("UPDATE Customer SET Name = 'seen' WHERE Id = 3");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|unseen|x|1", "2|edited at the hub|y|2", "3|seen|z|3", "4|unseen|NULL|NULL");
    }

    [Fact]
    public async Task Rows_that_a_peer_lost_unseen_are_deleted_everywhere()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2), (3, 'c', 'z', 3)");
        await stores.SettleAsync();
        stores.Client.Execute(Rebuild + "DELETE FROM Customer WHERE Id = 1; DELETE FROM Customer WHERE Id = 3");
        stores.Hub.Execute("UPDATE Customer SET Name = 'edited at the hub' WHERE Id = 3");
        await stores.ClientStore.ProvisionAsync();
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "2|b|y|2", "3|edited at the hub|z|3");
    }

    [Fact]
    public async Task Rows_that_a_leaf_lost_unseen_come_back()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: SyncRole.Leaf);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2)");
        await stores.SettleAsync();
        stores.Client.Execute(Rebuild + "DELETE FROM Customer WHERE Id = 1; INSERT INTO Customer VALUES (5, 'new', NULL, NULL)");
        await stores.ClientStore.ProvisionAsync();
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|a|x|1", "2|b|y|2", "5|new|NULL|NULL");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_unique_index_that_is_added_needs_provisioning(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2)");
        await stores.SettleAsync();
        foreach (var database in new[] { stores.Client, stores.Hub })
        {
            database.Execute("CREATE UNIQUE INDEX ByCode ON Customer (Code)");
        }

        Assert.Equal(SyncErrorCode.SchemaMismatch, (await Assert.ThrowsAsync<SyncException>(() => stores.SyncAsync())).Code);
        await stores.ClientStore.ProvisionAsync();
        await stores.HubStore.ProvisionAsync();
        stores.Client.Execute("INSERT OR REPLACE INTO Customer VALUES (3, 'c', 'x', 3)");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "2|b|y|2", "3|c|x|3");
        foreach (var database in new[] { stores.Client, stores.Hub })
        {
            database.Execute("DROP INDEX ByCode");
        }

        await stores.SyncAsync();
        await stores.ClientStore.ProvisionAsync();
        Assert.DoesNotContain(stores.Client.Rows("SELECT name FROM sqlite_schema"), name => name.Contains("replace", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rebuilt_table_is_noticed_by_a_session_that_was_opened_anew_too()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite);
        stores.Client.Execute(Rebuild);
        await using var other = stores.OpenClient();
        var refused = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(other, stores.HubStore).SynchronizeAsync());
        Assert.Equal(SyncErrorCode.SchemaMismatch, refused.Code);
    }
}
