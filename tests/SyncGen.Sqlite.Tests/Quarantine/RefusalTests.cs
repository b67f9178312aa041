using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Quarantine;

/// <summary>Every way in which a database refuses a row: the row waits, all others travel, and it goes in when the obstacle is gone.</summary>
public sealed class RefusalTests
{
    private const string Customers = "SELECT Id, Name, Code, Rank FROM Customer ORDER BY Id";
    private const string Table = "CREATE TABLE Customer (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL, Code TEXT, Rank INTEGER)";

    // The name, what makes the obstacle, what lifts it. It stands in the way of customer 2 and of no other.
    private static readonly Dictionary<string, (string Obstacle, string Lifting)> s_obstacles = new()
    {
        ["unique"] = ("CREATE UNIQUE INDEX Once ON Customer (Code); INSERT INTO Customer VALUES (9, 'i', 'two', 9)", "DROP INDEX Once"),
        ["expression"] = ("CREATE UNIQUE INDEX Once ON Customer (upper(Code)); INSERT INTO Customer VALUES (9, 'i', 'TWO', 9)", "DROP INDEX Once"),
        ["check"] = ("ALTER TABLE Customer ADD COLUMN Extra INTEGER CHECK (Name <> 'b')", "ALTER TABLE Customer DROP COLUMN Extra"),
        ["abort"] = (Trigger("ABORT"), "DROP TRIGGER Guard"),
        ["rollback"] = (Trigger("ROLLBACK"), "DROP TRIGGER Guard"),
        ["fail"] = (Trigger("FAIL"), "DROP TRIGGER Guard"),
        ["ignore"] = (Trigger("IGNORE"), "DROP TRIGGER Guard"),
        ["after"] = (Trigger("FAIL").Replace("BEFORE", "AFTER", StringComparison.Ordinal), "DROP TRIGGER Guard"),
    };

    public static TheoryData<string, SyncRole, bool, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, SyncRole, bool, int>();
            var i = 0;
            foreach (var name in s_obstacles.Keys)
            {
                cases.Add(name, SyncRole.Leaf, true, i++ % 2 == 0 ? 1 : 1 << 20);
                cases.Add(name, SyncRole.Peer, true, i % 2 == 0 ? 1 : 1 << 20);
                cases.Add(name, SyncRole.Leaf, false, i % 2 == 0 ? 1 : 1 << 20);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_refused_row_waits_and_goes_in_later(string name, SyncRole role, bool atClient, int batch)
    {
        var (obstacle, lifting) = s_obstacles[name];
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table, role);
        var (source, refusing) = atClient ? (stores.Hub, stores.Client) : (stores.Client, stores.Hub);
        var refusingStore = atClient ? stores.ClientStore : stores.HubStore;
        var options = new SyncOptions { BatchBytesMax = batch };
        refusing.Execute(obstacle);
        await refusingStore.ProvisionAsync();
        source.Execute("INSERT INTO Customer VALUES (1, 'a', 'one', 1), (2, 'b', 'two', 2), (3, 'c', 'three', 3)");
        var result = await stores.SyncAsync(options);
        Assert.True(result.HasQuarantined);
        var waiting = Assert.Single(await refusingStore.ReadQuarantineAsync());
        Assert.Equal((SyncErrorCode.ConstraintViolated, """{"Id":2}"""), (waiting.Code, waiting.Key));
        Assert.NotEmpty(waiting.Error);
        Assert.Equal(["1", "3"], refusing.Rows("SELECT Id FROM Customer WHERE Id < 9 ORDER BY Id"));
        await stores.SettleAsync(options);
        Assert.Single(await refusingStore.ReadQuarantineAsync());
        Invariants.Check(refusing, "shop", "Customer", "Id");

        // A newer version takes the place of the one that waits; it is refused in its turn.
        source.Execute("UPDATE Customer SET Rank = 22 WHERE Id = 2");
        await stores.SettleAsync(options);
        Assert.Contains("\"Rank\":22", Assert.Single(await refusingStore.ReadQuarantineAsync()).Row, StringComparison.Ordinal);

        refusing.Execute(lifting);
        await refusingStore.ProvisionAsync();
        await stores.SettleAsync(options);
        await stores.SettleAsync(options);
        Assert.Empty(await refusingStore.ReadQuarantineAsync());
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
        Assert.Contains("2|b|two|22", stores.Client.Rows(Customers));
        Assert.Empty(await stores.HubStore.ReadConflictsAsync());
    }

    public static TheoryData<string, SyncRole, bool, int> Few => new()
    {
        { "unique", SyncRole.Leaf, true, 1 }, { "check", SyncRole.Peer, true, 1 << 20 }, { "rollback", SyncRole.Leaf, false, 1 << 20 },
        { "after", SyncRole.Peer, true, 1 }, { "ignore", SyncRole.Leaf, false, 1 }, { "fail", SyncRole.Leaf, true, 1 << 20 },
    };

    [Theory]
    [MemberData(nameof(Few))]
    public async Task A_row_that_is_deleted_while_it_waits_is_gone(string name, SyncRole role, bool atClient, int batch)
    {
        var (obstacle, lifting) = s_obstacles[name];
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table, role);
        var (source, refusing) = atClient ? (stores.Hub, stores.Client) : (stores.Client, stores.Hub);
        var refusingStore = atClient ? stores.ClientStore : stores.HubStore;
        var options = new SyncOptions { BatchBytesMax = batch };
        refusing.Execute(obstacle);
        await refusingStore.ProvisionAsync();
        source.Execute("INSERT INTO Customer VALUES (1, 'a', 'one', 1), (2, 'b', 'two', 2)");
        await stores.SettleAsync(options);
        source.Execute("DELETE FROM Customer WHERE Id = 2");
        await stores.SettleAsync(options);
        Assert.Empty(await refusingStore.ReadQuarantineAsync());
        refusing.Execute(lifting);
        await refusingStore.ProvisionAsync();
        await stores.SettleAsync(options);
        Assert.DoesNotContain("2|b|two|2", stores.Client.Rows(Customers));
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    private static string Trigger(string how) => $"""
        CREATE TRIGGER Guard BEFORE INSERT ON Customer WHEN NEW.Id = 2
        BEGIN SELECT RAISE({(how == "IGNORE" ? how : how + ", 'not this one'")}); END
        """;
}
