using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Model.Tree;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Quarantine;

/// <summary>Chains and cycles of rows whose parent is refused: they wait, all others travel, and all go in together.</summary>
public sealed class OrphanTests
{
    private const string Nodes = "SELECT Id, ParentId, Text FROM Node ORDER BY Id";

    public static TheoryData<SyncRole, bool, int, int> Chains
    {
        get
        {
            var cases = new TheoryData<SyncRole, bool, int, int>();
            foreach (var length in new[] { 3, 30, 200 })
            {
                foreach (var batch in new[] { 1, 1 << 20 })
                {
                    cases.Add(SyncRole.Peer, true, length, batch);
                    cases.Add(SyncRole.Leaf, true, length, batch);
                    cases.Add(SyncRole.Leaf, false, length, batch);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task A_chain_waits_whole_and_holds_up_nobody(SyncRole role, bool atClient, int length, int batch)
    {
        await using var stores = await StorePair.CreateAsync(TreeScope.Sqlite, role: role);
        var (source, refusing) = atClient ? (stores.Hub, stores.Client) : (stores.Client, stores.Hub);
        var store = atClient ? stores.ClientStore : stores.HubStore;
        var options = new SyncOptions { BatchBytesMax = batch };
        refusing.Execute("CREATE TRIGGER Guard BEFORE INSERT ON Node WHEN NEW.Id = 1000 BEGIN SELECT RAISE(ABORT, 'not this one'); END");
        // The chain hangs on node 1000; others hang on node 1, which is welcome.
        source.Execute($"""
            INSERT INTO Node VALUES (1, NULL, 'root'), (1000, NULL, 'refused');
            WITH RECURSIVE n(i) AS (SELECT 1001 UNION ALL SELECT i + 1 FROM n WHERE i < {1000 + length})
            INSERT INTO Node SELECT i, i - 1, 'chain' FROM n;
            INSERT INTO Node VALUES (2, 1, 'child'), (3, 2, 'grandchild'), (4, 4, 'its own')
            """);
        await stores.SyncAsync(options);
        Assert.Equal(["1|NULL|root", "2|1|child", "3|2|grandchild", "4|4|its own"], refusing.Rows(Nodes));
        await stores.SettleAsync(options);
        Assert.Equal(length + 1, (await store.ReadQuarantineAsync()).Count);
        Invariants.Check(refusing, "tree", "Node", "Id");

        refusing.Execute("DROP TRIGGER Guard");
        await stores.SyncAsync(options);
        await stores.SettleAsync(options);
        Assert.Empty(await store.ReadQuarantineAsync());
        Assert.Equal(length + 5, refusing.Rows(Nodes).Count);
        Assert.Equal(source.Rows(Nodes), refusing.Rows(Nodes));
    }

    [Theory]
    [InlineData(SyncRole.Peer, true, 1)]
    [InlineData(SyncRole.Leaf, true, 1)]
    [InlineData(SyncRole.Leaf, false, 1)]
    [InlineData(SyncRole.Peer, true, 1 << 20)]
    [InlineData(SyncRole.Leaf, true, 1 << 20)]
    [InlineData(SyncRole.Leaf, false, 1 << 20)]
    public async Task A_cycle_with_a_refused_row_waits_whole(SyncRole role, bool atClient, int batch)
    {
        await using var stores = await StorePair.CreateAsync(TreeScope.Sqlite, role: role);
        var (source, refusing) = atClient ? (stores.Hub, stores.Client) : (stores.Client, stores.Hub);
        var store = atClient ? stores.ClientStore : stores.HubStore;
        var options = new SyncOptions { BatchBytesMax = batch };
        refusing.Execute("CREATE TRIGGER Guard BEFORE INSERT ON Node WHEN NEW.Id = 5 BEGIN SELECT RAISE(ABORT, 'not this one'); END");
        source.Execute("""
            BEGIN; PRAGMA defer_foreign_keys = ON;
            INSERT INTO Node VALUES (1, 1, 'self'), (2, 3, 'ring'), (3, 4, 'ring'), (4, 2, 'ring');
            INSERT INTO Node VALUES (5, 7, 'refused'), (6, 5, 'held'), (7, 6, 'held'), (8, 7, 'hangs on it'); COMMIT
            """);
        await stores.SyncAsync(options);
        await stores.SettleAsync(options);
        Assert.Equal(["1|1|self", "2|3|ring", "3|4|ring", "4|2|ring"], refusing.Rows(Nodes));
        Assert.Equal(4, (await store.ReadQuarantineAsync()).Count);
        refusing.Execute("DROP TRIGGER Guard");
        await stores.SyncAsync(options);
        await stores.SettleAsync(options);
        Assert.Empty(await store.ReadQuarantineAsync());
        Assert.Equal(source.Rows(Nodes), refusing.Rows(Nodes));
    }

    [Theory]
    [InlineData(SyncRole.Peer)]
    [InlineData(SyncRole.Leaf)]
    public async Task A_parent_that_is_kept_at_the_other_side_keeps_its_delete_waiting(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Hub.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, 1); INSERT INTO Invoice VALUES (1, 1, 'x')");
        await stores.SettleAsync();
        stores.Hub.Execute("DELETE FROM Invoice; DELETE FROM Customer");
        stores.Client.Execute("INSERT INTO Invoice VALUES (2, 1, 'y')");
        await stores.SyncAsync();
        await stores.SettleAsync();
        Invariants.Check(stores.Client, "shop", "Customer", "Id");
        Invariants.Check(stores.Hub, "shop", "Customer", "Id");
        // Without the child that stands in the way, both agree.
        stores.Client.Execute("DELETE FROM Invoice WHERE Id = 2");
        await stores.SyncAsync();
        await stores.SettleAsync();
        Assert.Empty(await stores.ClientStore.ReadQuarantineAsync());
        Assert.Empty(await stores.HubStore.ReadQuarantineAsync());
        stores.AssertBoth("SELECT Id FROM Customer UNION ALL SELECT Id FROM Invoice");
    }
}
