using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>Triggers of the application fire on what it writes and on what sessions apply.</summary>
public sealed class ApplicationTriggerTests
{
    private const string Tables = """
        CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT, Rank INTEGER);
        CREATE TABLE Invoice (Id INTEGER NOT NULL PRIMARY KEY, CustomerId INTEGER REFERENCES Customer (Id), Text TEXT NOT NULL);
        CREATE TABLE Line (Id INTEGER NOT NULL PRIMARY KEY, InvoiceId INTEGER REFERENCES Invoice (Id), Text TEXT NOT NULL);
        CREATE TABLE Search (Id INTEGER NOT NULL PRIMARY KEY, Text TEXT NOT NULL);

        """;

    private const string Customers = "SELECT Id, Name, Code, Rank FROM Customer ORDER BY Id";

    public static TheoryData<SyncRole> Roles => [SyncRole.Leaf, SyncRole.Peer];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task What_they_write_into_other_tables_travels(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Tables + """
            CREATE TRIGGER Welcome AFTER INSERT ON Customer BEGIN
              INSERT OR IGNORE INTO Invoice VALUES (NEW.Id * 10, NEW.Id, 'welcome'); END;
            CREATE TRIGGER Farewell BEFORE DELETE ON Customer BEGIN DELETE FROM Invoice WHERE CustomerId = OLD.Id; END;
            """, role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, NULL), (2, 'b', NULL, NULL)");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Invoice ORDER BY Id", "10|1|welcome", "20|2|welcome");
        stores.Hub.Execute("DELETE FROM Customer WHERE Id = 1");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Invoice ORDER BY Id", "20|2|welcome");
        stores.AssertBoth(Customers, "2|b|NULL|NULL");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task What_only_the_destinations_trigger_writes_travels_back(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Tables, role);
        stores.Hub.Execute("CREATE TRIGGER Welcome AFTER INSERT ON Customer BEGIN INSERT INTO Invoice VALUES (NEW.Id * 10, NEW.Id, 'welcome'); END");
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, NULL)");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Invoice", "10|1|welcome");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task What_they_keep_outside_the_scope_is_kept_by_sessions_too(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Tables + """
            CREATE TRIGGER SearchInsert AFTER INSERT ON Customer BEGIN INSERT OR REPLACE INTO Search VALUES (NEW.Id, NEW.Name); END;
            CREATE TRIGGER SearchUpdate AFTER UPDATE ON Customer BEGIN INSERT OR REPLACE INTO Search VALUES (NEW.Id, NEW.Name); END;
            CREATE TRIGGER SearchDelete AFTER DELETE ON Customer BEGIN DELETE FROM Search WHERE Id = OLD.Id; END;
            """, role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, NULL), (2, 'b', NULL, NULL), (3, 'c', NULL, NULL)");
        await stores.SettleAsync();
        stores.Client.Execute("UPDATE Customer SET Name = 'B' WHERE Id = 2; DELETE FROM Customer WHERE Id = 1");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Search ORDER BY Id", "2|B", "3|c");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_trigger_that_changes_the_row_itself_does_not_set_the_stores_apart(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Tables + """
            CREATE TABLE Counter (Value INTEGER NOT NULL); INSERT INTO Counter VALUES (0);
            CREATE TRIGGER StampInsert AFTER INSERT ON Customer BEGIN
              UPDATE Counter SET Value = Value + 1; UPDATE Customer SET Rank = (SELECT Value FROM Counter) WHERE Id = NEW.Id; END;
            CREATE TRIGGER StampUpdate AFTER UPDATE OF Name ON Customer BEGIN
              UPDATE Counter SET Value = Value + 1; UPDATE Customer SET Rank = (SELECT Value FROM Counter) WHERE Id = NEW.Id; END;
            """, role);
        stores.Hub.Execute("UPDATE Counter SET Value = 100");
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, NULL), (2, 'b', NULL, NULL)");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|a|NULL|1", "2|b|NULL|2");
        stores.Hub.Execute("UPDATE Customer SET Name = 'A' WHERE Id = 1");
        await stores.SettleAsync();
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
        Assert.StartsWith("1|A|NULL|10", stores.Client.Rows(Customers)[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_trigger_that_changes_other_rows_of_the_table_is_tracked(SyncRole role)
    {
        // One customer at most has rank 1.
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Tables + """
            CREATE TRIGGER OneFirst AFTER UPDATE OF Rank ON Customer WHEN NEW.Rank = 1 BEGIN
              UPDATE Customer SET Rank = 2 WHERE Rank = 1 AND Id <> NEW.Id; END;
            """, role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, 1), (2, 'b', NULL, 2)");
        await stores.SettleAsync();
        stores.Hub.Execute("INSERT INTO Customer VALUES (3, 'c', NULL, 1)");
        stores.Client.Execute("UPDATE Customer SET Rank = 1 WHERE Id = 2");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|a|NULL|2", "2|b|NULL|1", "3|c|NULL|2");
    }

    [Theory]
    [InlineData("RAISE(ABORT, 'no a here')", SyncRole.Peer)]
    [InlineData("RAISE(FAIL, 'no a here')", SyncRole.Peer)]
    [InlineData("RAISE(ROLLBACK, 'no a here')", SyncRole.Peer)]
    [InlineData("RAISE(IGNORE)", SyncRole.Peer)]
    [InlineData("RAISE(ABORT, 'no a here')", SyncRole.Leaf)]
    [InlineData("RAISE(ROLLBACK, 'no a here')", SyncRole.Leaf)]
    [InlineData("RAISE(IGNORE)", SyncRole.Leaf)]
    public async Task A_row_that_a_trigger_refuses_waits(string raise, SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Tables, role);
        foreach (var when in new[] { "INSERT", "UPDATE", "DELETE" })
        {
            var row = when == "DELETE" ? "OLD" : "NEW";
            stores.Client.Execute($"CREATE TRIGGER No{when} BEFORE {when} ON Customer WHEN {row}.Name = 'no' BEGIN SELECT {raise}; END");
        }

        stores.Hub.Execute("INSERT INTO Customer VALUES (1, 'no', NULL, 1), (2, 'b', NULL, 2), (3, 'c', NULL, 3)");
        var result = await stores.SyncAsync();
        Assert.True(result.HasQuarantined);
        Assert.Equal(["2|b|NULL|2", "3|c|NULL|3"], stores.Client.Rows(Customers));
        stores.Hub.Execute("UPDATE Customer SET Name = 'no' WHERE Id = 2; UPDATE Customer SET Name = 'yes' WHERE Id = 1");
        Assert.True((await stores.SyncAsync()).HasQuarantined);
        Assert.Equal(["1|yes|NULL|1", "2|b|NULL|2", "3|c|NULL|3"], stores.Client.Rows(Customers));
        stores.Client.Execute("DROP TRIGGER NoUPDATE");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|yes|NULL|1", "2|no|NULL|2", "3|c|NULL|3");
        stores.Hub.Execute("DELETE FROM Customer WHERE Id = 2");
        Assert.True((await stores.SyncAsync()).HasQuarantined);
        Assert.Equal(["1|yes|NULL|1", "2|no|NULL|2", "3|c|NULL|3"], stores.Client.Rows(Customers));
        stores.Client.Execute("DROP TRIGGER NoDELETE");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|yes|NULL|1", "3|c|NULL|3");
    }
}
