using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;
using static SyncGen.Sqlite.Tests.Tracking.CascadingShop;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>A parent's delete takes no child along that has left it, wherever batches end.</summary>
public sealed class CascadeOrderTests
{
    [Theory]
    [MemberData(nameof(Cases), MemberType = typeof(CascadingShop))]
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
                .Between(stores.ClientStore, stores.HubStore).SynchronizeAsync(OneRowAtATime, broken, broken.Token));
        }

        database.Execute("UPDATE Invoice SET Text = 'moved' WHERE Id = 11");
        var result = await stores.SyncAsync(OneRowAtATime);
        Assert.False(result.HasConflicts);
        await stores.SettleAsync();
        Assert.Equal(["11|2|moved"], stores.Client.Rows("SELECT Id, CustomerId, Text FROM Invoice WHERE Id = 11"));
        Assert.Equal(["2"], stores.Client.Rows("SELECT Id FROM Customer"));
        Assert.Equal(stores.Hub.Rows(All), stores.Client.Rows(All));
        AssertQuiet(stores);
    }

    [Theory]
    [InlineData(SyncRole.Leaf, "DELETE")]
    [InlineData(SyncRole.Leaf, "WAL")]
    [InlineData(SyncRole.Peer, "DELETE")]
    [InlineData(SyncRole.Peer, "WAL")]
    public async Task A_child_that_left_its_parent_stays_though_it_changes_while_it_is_read(SyncRole role, string journal)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, $"PRAGMA journal_mode = {journal};{Shop("ON DELETE CASCADE")}", role);
        Fill(stores.Client);
        await stores.SettleAsync();
        stores.Hub.Execute("UPDATE Customer SET Name = 'first' WHERE Id = 2; UPDATE Invoice SET CustomerId = 2 WHERE Id = 11; DELETE FROM Customer WHERE Id = 1");
        var progress = new Reaction(_ => stores.Hub.Execute("UPDATE Invoice SET Text = 'moved' WHERE Id = 11"));
        var result = await SyncOrchestrator.Between(stores.ClientStore, stores.HubStore).SynchronizeAsync(OneRowAtATime, progress);
        Assert.False(result.HasConflicts);
        Assert.Equal(["11|2"], stores.Client.Rows("SELECT Id, CustomerId FROM Invoice WHERE Id = 11"));
        Assert.False((await stores.SettleAsync()).HasConflicts);
        stores.AssertBoth("SELECT Id, CustomerId, Text FROM Invoice WHERE Id = 11", "11|2|moved");
        AssertQuiet(stores);
    }

    [Theory]
    [MemberData(nameof(Cases), MemberType = typeof(CascadingShop))]
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
}
