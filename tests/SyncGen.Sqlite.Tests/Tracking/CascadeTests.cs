using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Model.Tree;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>What a foreign key does to other rows is tracked at the source, and at a destination that applies the parent's change.</summary>
public sealed class CascadeTests
{
    private const string All = """
        SELECT 'c', Id, Name, NULL FROM Customer UNION ALL SELECT 'i', Id, Text, CustomerId FROM Invoice
        UNION ALL SELECT 'l', Id, Text, InvoiceId FROM Line ORDER BY 1, 2
        """;

    private const string Nodes = "SELECT Id, ParentId, Text FROM Node ORDER BY Id";

    private static readonly SyncOptions s_oneRowAtATime = new() { BatchBytesMax = 1 };

    public static TheoryData<SyncRole, bool> Cases => new()
    {
        { SyncRole.Leaf, false },
        { SyncRole.Leaf, true },
        { SyncRole.Peer, false },
        { SyncRole.Peer, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_delete_cascades_at_the_source(SyncRole role, bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Shop("ON DELETE CASCADE"), role);
        Fill(stores.Client);
        await stores.SettleAsync();
        stores.Client.Execute("DELETE FROM Customer WHERE Id = 1");
        await stores.SettleAsync(Options(oneRowAtATime));
        stores.AssertBoth(All, "c|2|b|NULL", "i|21|21|2", "l|210|210|21");
        AssertQuiet(stores);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_delete_cascades_at_the_destination_to_rows_that_the_source_never_had(SyncRole role, bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Shop("ON DELETE CASCADE"), role);
        Fill(stores.Client);
        await stores.SettleAsync();
        stores.Client.Execute("DELETE FROM Customer WHERE Id = 1");
        stores.Hub.Execute("INSERT INTO Invoice VALUES (13, 1, 'new'); INSERT INTO Line VALUES (130, 13, 'new'), (111, 11, 'new')");
        await stores.SettleAsync(Options(oneRowAtATime));
        Assert.Equal(stores.Hub.Rows(All), stores.Client.Rows(All));
        AssertQuiet(stores);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Set_null_travels(SyncRole role, bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Shop("ON DELETE SET NULL"), role);
        Fill(stores.Client);
        await stores.SettleAsync();
        stores.Client.Execute("DELETE FROM Customer WHERE Id = 1");
        stores.Hub.Execute("INSERT INTO Invoice VALUES (13, 1, 'new')");
        await stores.SettleAsync(Options(oneRowAtATime));
        stores.AssertBoth("SELECT Id, CustomerId FROM Invoice ORDER BY Id", "11|NULL", "12|NULL", "13|NULL", "21|2");
        AssertQuiet(stores);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_key_that_changes_takes_its_children_along(SyncRole role, bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Shop("ON UPDATE CASCADE"), role);
        Fill(stores.Client);
        await stores.SettleAsync();
        stores.Client.Execute("UPDATE Customer SET Id = 7 WHERE Id = 1");
        await stores.SettleAsync(Options(oneRowAtATime));
        stores.AssertBoth("SELECT Id, CustomerId FROM Invoice ORDER BY Id", "11|7", "12|7", "21|2");
        stores.AssertBoth("SELECT Id FROM Customer ORDER BY Id", "2", "7");
        AssertQuiet(stores);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_tree_falls_with_its_root(SyncRole role, bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(TreeScope.Sqlite,
            "CREATE TABLE Node (Id INTEGER NOT NULL PRIMARY KEY, ParentId INTEGER REFERENCES Node (Id) ON DELETE CASCADE, Text TEXT NOT NULL)", role);
        stores.Client.Execute("INSERT INTO Node VALUES (1, NULL, 'r'), (2, 1, 'a'), (3, 2, 'b'), (4, 3, 'c'), (9, NULL, 'other')");
        await stores.SettleAsync();
        stores.Client.Execute("DELETE FROM Node WHERE Id = 1");
        stores.Hub.Execute("INSERT INTO Node VALUES (5, 4, 'new'), (6, 5, 'new'), (10, 9, 'stays')");
        await stores.SettleAsync(Options(oneRowAtATime));
        stores.AssertBoth(Nodes, "9|NULL|other", "10|9|stays");
        AssertQuiet(stores);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Two_tables_that_refer_to_each_other_fall_together(SyncRole role, bool oneRowAtATime)
    {
        // Deleting a customer deletes its invoices, which deletes the customers that hang on those, and so on.
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, """
            CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT, Rank INTEGER
              REFERENCES Invoice (Id) ON DELETE CASCADE);
            CREATE TABLE Invoice (Id INTEGER NOT NULL PRIMARY KEY, CustomerId INTEGER REFERENCES Customer (Id) ON DELETE CASCADE, Text TEXT NOT NULL);
            CREATE TABLE Line (Id INTEGER NOT NULL PRIMARY KEY, InvoiceId INTEGER REFERENCES Invoice (Id), Text TEXT NOT NULL);
            """, role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, NULL); INSERT INTO Invoice VALUES (11, 1, 'x')");
        await stores.SettleAsync();
        stores.Hub.Execute("INSERT INTO Customer VALUES (2, 'hub', NULL, 11); INSERT INTO Invoice VALUES (12, 2, 'hub')");
        stores.Client.Execute("DELETE FROM Customer WHERE Id = 1");
        await stores.SettleAsync(Options(oneRowAtATime));
        stores.AssertBoth(All);
        AssertQuiet(stores);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_edited_child_of_a_deleted_parent_comes_to_rest(SyncRole role, bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Shop("ON DELETE CASCADE"), role);
        Fill(stores.Client);
        await stores.SettleAsync();
        stores.Hub.Execute("DELETE FROM Customer WHERE Id = 1");
        stores.Client.Execute("UPDATE Line SET Text = 'edited' WHERE Id = 110; UPDATE Invoice SET Text = 'edited' WHERE Id = 12");
        for (var i = 0; i < 4; i++)
        {
            await stores.SyncAsync(Options(oneRowAtATime));
        }

        Assert.Equal(stores.Hub.Rows(All), stores.Client.Rows(All));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_child_that_left_its_parent_before_that_was_deleted_stays(SyncRole role, bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Shop("ON DELETE CASCADE"), role);
        Fill(stores.Client);
        await stores.SettleAsync();
        stores.Client.Execute("UPDATE Invoice SET CustomerId = 2, Text = 'moved up' WHERE Id = 11; DELETE FROM Customer WHERE Id = 1");
        var up = await stores.SyncAsync(Options(oneRowAtATime));
        stores.Hub.Execute("INSERT INTO Customer VALUES (3, 'c', NULL, NULL); UPDATE Invoice SET CustomerId = 3, Text = 'moved down' WHERE Id = 21; DELETE FROM Customer WHERE Id = 2 OR Id = 1");
        var down = await stores.SyncAsync(Options(oneRowAtATime));
        stores.AssertBoth(All, "c|3|c|NULL", "i|21|moved down|3", "l|210|210|21");
        Assert.False(up.HasConflicts || up.HasQuarantined);
        Assert.False(down.HasConflicts || down.HasQuarantined);
        AssertQuiet(stores);
    }

    [Theory]
    [InlineData(SyncRole.Leaf, true, "ON DELETE CASCADE")]
    [InlineData(SyncRole.Leaf, false, "ON DELETE CASCADE")]
    [InlineData(SyncRole.Peer, true, "ON DELETE CASCADE")]
    [InlineData(SyncRole.Peer, false, "ON DELETE CASCADE")]
    [InlineData(SyncRole.Leaf, false, "ON DELETE SET NULL")]
    [InlineData(SyncRole.Peer, true, "ON DELETE SET NULL")]
    public async Task A_child_that_left_its_parent_stays_though_it_comes_after_the_parents_delete(SyncRole role, bool atHub, string action)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Shop(action), role);
        Fill(stores.Client);
        await stores.SettleAsync();
        var database = atHub ? stores.Hub : stores.Client;
        database.Execute("UPDATE Customer SET Name = 'first' WHERE Id = 2; UPDATE Invoice SET CustomerId = 2 WHERE Id = 11; DELETE FROM Customer WHERE Id = 1");
        using (var broken = new Break(batches: 1))
        {
            // One row travels, and all get their ticks: what changes again gets a later one than the delete has.
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SyncOrchestrator
                .Between(stores.ClientStore, stores.HubStore).SynchronizeAsync(s_oneRowAtATime, broken, broken.Token));
        }

        database.Execute("UPDATE Invoice SET Text = 'moved' WHERE Id = 11");
        var result = await stores.SyncAsync(s_oneRowAtATime);
        Assert.False(result.HasConflicts);
        await stores.SettleAsync();
        Assert.Equal(["11|2|moved"], stores.Client.Rows("SELECT Id, CustomerId, Text FROM Invoice WHERE Id = 11"));
        Assert.Equal(["2"], stores.Client.Rows("SELECT Id FROM Customer"));
        Assert.Equal(stores.Hub.Rows(All), stores.Client.Rows(All));
        AssertQuiet(stores);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Parents_that_are_deleted_with_their_children_wait_for_none_of_them(SyncRole role, bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Shop(""), role);
        Fill(stores.Client);
        await stores.SettleAsync();
        stores.Client.Execute("DELETE FROM Line; DELETE FROM Invoice; DELETE FROM Customer WHERE Id = 1; INSERT INTO Customer VALUES (3, 'c', NULL, NULL)");
        var up = await stores.SyncAsync(Options(oneRowAtATime));
        stores.Hub.Execute("INSERT INTO Invoice VALUES (31, 3, '31'); DELETE FROM Customer WHERE Id = 2");
        var down = await stores.SyncAsync(Options(oneRowAtATime));
        stores.AssertBoth(All, "c|3|c|NULL", "i|31|31|3");
        Assert.False(up.HasQuarantined || down.HasQuarantined);
        AssertQuiet(stores);
    }

    private static SyncOptions Options(bool oneRowAtATime) => oneRowAtATime ? s_oneRowAtATime : SyncOptions.Default;

    private static string Shop(string action) => $"""
        CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT, Rank INTEGER);
        CREATE TABLE Invoice (Id INTEGER NOT NULL PRIMARY KEY, CustomerId INTEGER REFERENCES Customer (Id) {action}, Text TEXT NOT NULL);
        CREATE TABLE Line (Id INTEGER NOT NULL PRIMARY KEY, InvoiceId INTEGER REFERENCES Invoice (Id) {action}, Text TEXT NOT NULL);
        """;

    private static void Fill(Database database) => database.Execute("""
        INSERT INTO Customer VALUES (1, 'a', NULL, NULL), (2, 'b', NULL, NULL);
        INSERT INTO Invoice VALUES (11, 1, '11'), (12, 1, '12'), (21, 2, '21');
        INSERT INTO Line VALUES (110, 11, '110'), (120, 12, '120'), (210, 21, '210');
        """);

    private static void AssertQuiet(StorePair stores)
    {
        foreach (var database in new[] { stores.Client, stores.Hub })
        {
            Assert.Empty(database.Rows("PRAGMA foreign_key_check"));
            foreach (var table in database.Rows("SELECT name FROM sqlite_schema WHERE name LIKE 'syncgen%quarantine'"))
            {
                Assert.Empty(database.Rows($"SELECT row_key, error FROM \"{table}\""));
            }
        }
    }
}
