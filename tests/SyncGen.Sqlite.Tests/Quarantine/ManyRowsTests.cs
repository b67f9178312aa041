using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Quarantine;

/// <summary>More rows in quarantine than one transaction tries.</summary>
public sealed class ManyRowsTests
{
    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task All_are_tried_again_and_those_that_need_each_other_meet(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Client.Execute("""
            CREATE TRIGGER GuardC BEFORE INSERT ON Customer BEGIN SELECT RAISE(ABORT, 'not yet'); END;
            CREATE TRIGGER GuardI BEFORE INSERT ON Invoice WHEN NEW.Id <= 500 BEGIN SELECT RAISE(ABORT, 'not yet'); END
            """);
        // The invoices wait before the customers that they need: these come a page later.
        stores.Hub.Execute("""
            PRAGMA foreign_keys = OFF;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
            INSERT INTO Invoice SELECT i, 10000 + i, 'early' FROM n
            """);
        await stores.SyncAsync();
        stores.Hub.Execute("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10600)
            INSERT INTO Customer SELECT i, 'c', NULL, NULL FROM n;
            PRAGMA foreign_keys = ON
            """);
        await stores.SyncAsync();
        Assert.Equal(["11100"], stores.Client.Rows("SELECT count(*) FROM syncgen_shop_quarantine"));
        // Nothing helps yet, but every row was tried: also the last.
        Assert.Equal(["2"], stores.Client.Rows("SELECT attempts FROM syncgen_shop_quarantine ORDER BY id DESC LIMIT 1"));

        stores.Client.Execute("DROP TRIGGER GuardC; DROP TRIGGER GuardI");
        await stores.SyncAsync();
        Assert.Empty(await stores.ClientStore.ReadQuarantineAsync());
        stores.AssertBoth("SELECT count(*), sum(Id) FROM Customer UNION ALL SELECT count(*), sum(CustomerId) FROM Invoice", "10600|56185300", "500|5125250");
        Assert.False((await stores.SyncAsync()).HasChanges);
    }
}
