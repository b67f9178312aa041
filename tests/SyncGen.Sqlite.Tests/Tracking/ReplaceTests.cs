using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>REPLACE deletes rows without firing their delete triggers.</summary>
public sealed class ReplaceTests
{
    private const string Customers = "SELECT Id, Name, Code, Rank FROM Customer ORDER BY Id";

    private const string Table = """
        CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT, Rank INTEGER, Note TEXT);
        CREATE UNIQUE INDEX CustomerCode ON Customer (Code);
        """;

    public static TheoryData<SyncRole> Roles => [SyncRole.Leaf, SyncRole.Peer];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_row_replaced_by_its_key_travels(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table, role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1, NULL)");
        await stores.SyncAsync();
        stores.Client.Execute("INSERT OR REPLACE INTO Customer VALUES (1, 'b', 'y', 2, NULL)");
        await stores.SyncAsync();
        stores.AssertBoth(Customers, "1|b|y|2");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_row_replaced_by_a_unique_column_is_deleted_everywhere(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table, role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1, NULL), (2, 'b', 'y', 2, NULL)");
        await stores.SettleAsync();
        stores.Client.Execute("INSERT OR REPLACE INTO Customer VALUES (3, 'c', 'x', 3, NULL)");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "2|b|y|2", "3|c|x|3");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_row_replaced_by_an_update_is_deleted_everywhere(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table, role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1, NULL), (2, 'b', 'y', 2, NULL)");
        await stores.SettleAsync();
        stores.Client.Execute("UPDATE OR REPLACE Customer SET Code = 'x' WHERE Id = 2");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "2|b|x|2");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_row_replaced_by_a_constraint_of_the_table_is_deleted_everywhere(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, """
            CREATE TABLE Customer (
              Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT COLLATE NOCASE UNIQUE ON CONFLICT REPLACE, Rank INTEGER)
            """, role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2)");
        await stores.SettleAsync();
        stores.Client.Execute("INSERT INTO Customer VALUES (3, 'c', 'X', 3)");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "2|b|y|2", "3|c|X|3");
    }

    [Fact]
    public async Task What_a_table_would_replace_is_not_replaced_by_a_session()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, """
            CREATE TABLE Customer (
              Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT UNIQUE ON CONFLICT REPLACE, Rank INTEGER)
            """);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'client', 'x', 1)");
        stores.Hub.Execute("INSERT INTO Customer VALUES (2, 'hub', 'x', 2)");
        var result = await stores.SyncAsync();

        // Neither row is lost: each side keeps its own and holds the other's back until somebody decides.
        Assert.True(result.HasQuarantined);
        Assert.Equal(["1|client|x|1"], stores.Client.Rows(Customers));
        Assert.Equal(["2|hub|x|2"], stores.Hub.Rows(Customers));
        stores.Client.Execute("UPDATE Customer SET Code = 'z'");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|client|z|1", "2|hub|x|2");
    }

    [Fact]
    public async Task An_insert_that_was_ignored_changes_nobodys_version()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1, NULL)");
        await stores.SettleAsync();
        stores.Client.Execute("INSERT OR IGNORE INTO Customer VALUES (5, 'e', 'x', 5, NULL)");
        stores.Client.Execute("INSERT INTO Customer VALUES (5, 'e', 'x', 5, NULL) ON CONFLICT (Code) DO NOTHING");
        stores.Hub.Execute("UPDATE Customer SET Name = 'hub'");
        var result = await stores.SyncAsync();
        Assert.False(result.HasConflicts);
        Assert.Equal(0, result.Upload.Rows);
        stores.AssertBoth(Customers, "1|hub|x|1");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task An_upsert_travels(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table, role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1, NULL), (2, 'b', 'y', 2, NULL)");
        await stores.SettleAsync();
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'A', 'x', 1, NULL) ON CONFLICT (Id) DO UPDATE SET Name = excluded.Name");
        stores.Client.Execute("INSERT INTO Customer VALUES (9, 'B', 'y', 1, NULL) ON CONFLICT (Code) DO UPDATE SET Name = excluded.Name");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|A|x|1", "2|B|y|2");
    }

    [Theory]
    [InlineData("CREATE UNIQUE INDEX U ON Customer (Name, Rank)", "INSERT OR REPLACE INTO Customer VALUES (3, 'a', NULL, 1)")]
    [InlineData("CREATE UNIQUE INDEX U ON Customer (Name) WHERE Rank > 0", "INSERT OR REPLACE INTO Customer VALUES (3, 'a', NULL, 3)")]
    [InlineData("CREATE UNIQUE INDEX U ON Customer (Name COLLATE NOCASE)", "INSERT OR REPLACE INTO Customer VALUES (3, 'A', NULL, 3)")]
    [InlineData("CREATE UNIQUE INDEX U ON Customer (lower(Name), Rank)", "INSERT OR REPLACE INTO Customer VALUES (3, 'A', NULL, 1)")]
    [InlineData("CREATE UNIQUE INDEX U ON Customer ((Name || ',)' /* a ) */), \"Rank\" DESC) -- (",
        "INSERT OR REPLACE INTO Customer VALUES (3, 'a', NULL, 1)")]
    public async Task Every_kind_of_unique_index_is_watched(string index, string replace)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite,
            "CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT, Rank INTEGER);\n" + index);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, 1), (2, 'b', NULL, 2)");
        await stores.SettleAsync();
        stores.Client.Execute(replace);
        await stores.SettleAsync();
        Assert.Equal(stores.Client.Rows(Customers), stores.Hub.Rows(Customers));
        Assert.Equal(["2", "3"], stores.Hub.Rows("SELECT Id FROM Customer ORDER BY Id"));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_row_replaced_by_a_primary_key_that_is_not_the_models_key_is_deleted_everywhere(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite,
            "CREATE TABLE Customer (Number INTEGER PRIMARY KEY, Id INTEGER NOT NULL UNIQUE, Name TEXT NOT NULL, Code TEXT, Rank INTEGER)", role);
        stores.Client.Execute("INSERT INTO Customer VALUES (10, 1, 'a', NULL, 1), (20, 2, 'b', NULL, 2)");
        await stores.SettleAsync();
        stores.Client.Execute("INSERT OR REPLACE INTO Customer VALUES (10, 3, 'c', NULL, 3)");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "2|b|NULL|2", "3|c|NULL|3");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Writers_with_recursive_triggers_are_tracked_the_same(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table, role);
        stores.Client.Execute("PRAGMA recursive_triggers = ON");
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1, NULL), (2, 'b', 'y', 2, NULL)");
        await stores.SettleAsync();
        stores.Client.Execute("INSERT OR REPLACE INTO Customer VALUES (3, 'c', 'x', 3, NULL), (2, 'b', 'z', 2, NULL)");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "2|b|z|2", "3|c|x|3");
    }

    [Fact]
    public async Task Deprovisioning_takes_the_triggers_away()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table);
        Assert.Contains(stores.Client.Rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"),
            name => name == "syncgen_shop_Customer_replace_insert");
        await stores.ClientStore.DeprovisionAsync();
        Assert.Empty(stores.Client.Rows("SELECT name FROM sqlite_schema WHERE type = 'trigger' OR name LIKE 'syncgen%'"));
    }
}
