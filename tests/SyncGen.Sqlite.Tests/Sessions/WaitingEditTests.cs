using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>Edits that had to wait in the hub's quarantine, for others of the same leaf.</summary>
public sealed class WaitingEditTests
{
    [Fact]
    public async Task What_a_leaf_makes_of_a_row_after_its_own_edit_was_released_is_no_conflict()
    {
        await using var stores = await StorePair.CreateAsync(
            ShopScope.Sqlite, "CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT UNIQUE, Rank INTEGER)", SyncRole.Leaf);
        stores.Client.Execute("INSERT INTO Customer (Id, Name, Code) VALUES (1, 'first', 'x')");
        await stores.SyncAsync();
        stores.Client.Execute("DELETE FROM Customer; INSERT INTO Customer (Id, Name, Code) VALUES (2, 'second', 'x')");
        var released = await stores.SyncAsync(new SyncOptions { BatchBytesMax = 1 });
        stores.Client.Execute("UPDATE Customer SET Name = 'third'");
        var result = await stores.SyncAsync();

        Assert.Equal(1, released.Upload.Total.Released);
        Assert.False(result.HasConflicts);
        stores.AssertBoth("SELECT Id, Name FROM Customer", "2|third");
        Assert.False((await stores.SettleAsync()).HasConflicts);
    }
}
