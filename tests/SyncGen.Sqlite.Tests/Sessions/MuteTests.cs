using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>A session keeps the triggers quiet for itself and for nobody else.</summary>
public sealed class MuteTests
{
    private const string Customers = "SELECT Id, Name FROM Customer ORDER BY Id";

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task Writes_between_the_batches_of_a_session_are_tracked(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Hub.Execute("INSERT INTO Customer (Id, Name) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e')");
        var progress = new Reaction(done => stores.Client.Execute($"INSERT INTO Customer (Id, Name) VALUES ({100 + done}, 'between')"));
        await SyncOrchestrator.Between(stores.ClientStore, stores.HubStore).SynchronizeAsync(new SyncOptions { BatchBytesMax = 1 }, progress);
        Invariants.Check(stores.Client);
        await stores.SettleAsync();
        Assert.Equal(stores.Client.Rows(Customers), stores.Hub.Rows(Customers));
        Assert.True(stores.Hub.Rows(Customers).Count > 6);
    }

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task A_batch_that_failed_mutes_nothing(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);

        // A trigger that fails with no constraint's error is no row's fault, and so fails the batch.
        stores.Client.Execute("CREATE TRIGGER Fails AFTER INSERT ON Customer WHEN NEW.Id = 3 BEGIN SELECT json('{'); END");
        stores.Hub.Execute("INSERT INTO Customer (Id, Name) VALUES (1, 'a'), (2, 'b'), (3, 'c')");
        var failed = await Assert.ThrowsAsync<SyncException>(() => stores.SyncAsync());
        Assert.Equal(SyncErrorCode.StoreFailed, failed.Code);
        Assert.Contains("'client.db'", failed.Message, StringComparison.Ordinal);
        Assert.Empty(stores.Client.Rows(Customers));
        Invariants.Check(stores.Client);
        stores.Client.Execute("DROP TRIGGER Fails; INSERT INTO Customer (Id, Name) VALUES (4, 'd')");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|a", "2|b", "3|c", "4|d");
    }
}
