using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>Edits that had to wait in the hub's quarantine, for others of the same leaf.</summary>
public sealed class WaitingEditTests
{
    [Fact]
    public async Task What_a_leaf_makes_of_a_row_after_its_own_edit_was_released_is_no_conflict()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: SyncRole.Leaf);
        stores.Client.Execute("INSERT INTO Customer (Id, Name) VALUES (1, 'first'); INSERT INTO Invoice (Id, CustomerId, Text) VALUES (1, 1, 'a')");
        await stores.SyncAsync();
        stores.Client.Execute("DELETE FROM Invoice; DELETE FROM Customer");
        var released = await stores.SyncAsync(new SyncOptions { BatchBytesMax = 1 });
        stores.Client.Execute("INSERT INTO Customer (Id, Name) VALUES (1, 'second')");
        var result = await stores.SyncAsync();

        Assert.Equal(1, released.Upload.Total.Released);
        Assert.False(result.HasConflicts);
        stores.AssertBoth("SELECT Id, Name FROM Customer", "1|second");
        stores.AssertBoth("SELECT Id FROM Invoice");
        Assert.False((await stores.SettleAsync()).HasConflicts);
    }
}
