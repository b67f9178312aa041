using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Model.Tree;
using SyncGen.Sqlite.Tests.Stores;
using static SyncGen.Sqlite.Tests.Tracking.CascadingShop;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>What a foreign key does to other rows is tracked at the source, and at a destination that applies the parent's change.</summary>
public sealed class CascadeTests
{
    private const string Nodes = "SELECT Id, ParentId, Text FROM Node ORDER BY Id";

    [Theory]
    [MemberData(nameof(Cases), MemberType = typeof(CascadingShop))]
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
    [MemberData(nameof(Cases), MemberType = typeof(CascadingShop))]
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
    [MemberData(nameof(Cases), MemberType = typeof(CascadingShop))]
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
    [MemberData(nameof(Cases), MemberType = typeof(CascadingShop))]
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
    [MemberData(nameof(Cases), MemberType = typeof(CascadingShop))]
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
    [MemberData(nameof(Cases), MemberType = typeof(CascadingShop))]
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
    [MemberData(nameof(Cases), MemberType = typeof(CascadingShop))]
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
}
