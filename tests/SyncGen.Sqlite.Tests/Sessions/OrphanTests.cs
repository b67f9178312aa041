using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Model.Tree;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>Of a batch that would leave rows without parents, only the rows that are to blame stay behind.</summary>
public sealed class OrphanTests
{
    private static readonly SyncOptions s_download = new() { Order = SyncOrder.Download };

    [Theory]
    [InlineData(SyncRole.Peer)]
    [InlineData(SyncRole.Leaf)]
    public async Task A_delete_that_still_has_children_holds_back_no_other(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Hub.Execute("INSERT INTO Customer (Id, Name) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')");
        await stores.SettleAsync();
        stores.Client.Execute("INSERT INTO Invoice (Id, CustomerId, Text) VALUES (1, 3, '')");
        stores.Hub.Execute("DELETE FROM Customer");
        var result = await stores.SyncAsync(s_download);
        Assert.Equal(3, result.Download.Total.Deleted);
        Assert.Equal(1, result.Download.Total.Quarantined);
        Assert.Equal(["3"], stores.Client.Rows("SELECT Id FROM Customer"));
        Assert.Equal(["{\"Id\":3}"], stores.Client.Rows("SELECT row_key FROM syncgen_shop_quarantine"));
    }

    [Fact]
    public async Task A_leafs_delete_that_still_has_children_holds_back_no_other()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: SyncRole.Leaf);
        stores.Hub.Execute("INSERT INTO Customer (Id, Name) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')");
        await stores.SettleAsync();
        stores.Hub.Execute("INSERT INTO Invoice (Id, CustomerId, Text) VALUES (1, 3, '')");
        stores.Client.Execute("DELETE FROM Customer");
        var result = await stores.SyncAsync(new SyncOptions { Order = SyncOrder.Upload });
        Assert.Equal(1, result.Upload.Total.Quarantined);
        Assert.Equal(["3"], stores.Hub.Rows("SELECT Id FROM Customer"));
    }

    [Theory]
    [InlineData(SyncRole.Peer)]
    [InlineData(SyncRole.Leaf)]
    public async Task A_long_chain_without_its_root_holds_back_no_other_row(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(TreeScope.Sqlite, role: role);
        stores.Hub.Execute("PRAGMA foreign_keys = OFF");
        // Children before their parents, so that no order of the rows helps.
        stores.Hub.Execute("""
            INSERT INTO Node (Id, ParentId, Text)
            WITH RECURSIVE chain(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM chain WHERE n < 100)
            SELECT 200 - n, CASE n WHEN 1 THEN 999 ELSE 201 - n END, '' FROM chain
            """);
        stores.Hub.Execute("INSERT INTO Node (Id, ParentId, Text) VALUES (1, NULL, ''), (2, 1, ''), (300, 2, '')");
        var result = await stores.SyncAsync(s_download);
        Assert.Equal(100, result.Download.Total.Quarantined);
        Assert.Equal(["1", "2", "300"], stores.Client.Rows("SELECT Id FROM Node ORDER BY Id"));

        stores.Hub.Execute("INSERT INTO Node (Id, ParentId, Text) VALUES (999, NULL, '')");
        await stores.SettleAsync();
        Assert.Equal(104L, stores.Client.Scalar("SELECT count(*) FROM Node"));
        Assert.Equal(0L, stores.Client.Scalar("SELECT count(*) FROM syncgen_tree_quarantine"));
    }

    [Fact]
    public async Task Orphans_are_found_though_a_trigger_forbids_to_delete_them()
    {
        await using var stores = await StorePair.CreateAsync(TreeScope.Sqlite);
        stores.Client.Execute("CREATE TRIGGER keep BEFORE DELETE ON Node BEGIN SELECT RAISE(ROLLBACK, 'kept'); END");
        stores.Hub.Execute("PRAGMA foreign_keys = OFF");
        stores.Hub.Execute("INSERT INTO Node (Id, ParentId, Text) VALUES (1, NULL, ''), (2, 9, ''), (3, 2, '')");
        var result = await stores.SyncAsync(s_download);
        Assert.Equal(2, result.Download.Total.Quarantined);
        Assert.Equal(["1"], stores.Client.Rows("SELECT Id FROM Node ORDER BY Id"));
    }
}
