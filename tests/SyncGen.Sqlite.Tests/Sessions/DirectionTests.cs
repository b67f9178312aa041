using SyncGen.Sqlite.Tests.Model.Parts;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>Tables that travel one way only.</summary>
public sealed class DirectionTests
{
    private const string Reports = "SELECT * FROM Report ORDER BY Id";
    private const string Notices = "SELECT * FROM Notice ORDER BY Id";
    private const string Letters = "SELECT * FROM Letter ORDER BY Id";

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task Each_table_goes_its_way(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(OfficeScope.Sqlite, role: role);
        Fill(stores.Client, 1, "client");
        Fill(stores.Hub, 2, "hub");
        await stores.SettleAsync();
        Assert.Equal(["1|client"], stores.Client.Rows(Reports));
        Assert.Equal(["1|client", "2|hub"], stores.Hub.Rows(Reports));
        Assert.Equal(["1|client", "2|hub"], stores.Client.Rows(Notices));
        Assert.Equal(["2|hub"], stores.Hub.Rows(Notices));
        stores.AssertBoth(Letters, "1|client", "2|hub");

        stores.Client.Execute("UPDATE Report SET Text = 'new'; UPDATE Notice SET Text = 'own edit'; DELETE FROM Letter WHERE Id = 1");
        stores.Hub.Execute("UPDATE Report SET Text = 'hub edit' WHERE Id = 2; UPDATE Notice SET Text = 'new'; UPDATE Letter SET Text = 'new' WHERE Id = 2");
        await stores.SettleAsync();
        Assert.Equal(["1|new"], stores.Client.Rows(Reports));
        Assert.Equal(["1|new", "2|hub edit"], stores.Hub.Rows(Reports));
        Assert.Equal("1|own edit", stores.Client.Rows(Notices)[0]);
        Assert.Equal(["2|new"], stores.Hub.Rows(Notices));
        stores.AssertBoth(Letters, "2|new");

        stores.Client.Execute("DELETE FROM Report");
        stores.Hub.Execute("DELETE FROM Notice");
        await stores.SettleAsync();
        Assert.Equal(["2|hub edit"], stores.Hub.Rows(Reports));
        Assert.Equal(["1|own edit"], stores.Client.Rows(Notices));
    }

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task Rows_that_were_there_before_go_their_way_too(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(OfficeScope.Sqlite, role: role);
        await stores.ClientStore.DeprovisionAsync();
        await stores.HubStore.DeprovisionAsync();
        stores.Client.Execute("CREATE TABLE Report (Id INTEGER NOT NULL PRIMARY KEY, Text TEXT NOT NULL); INSERT INTO Report VALUES (1, 'old')");
        stores.Hub.Execute("CREATE TABLE Notice (Id INTEGER NOT NULL PRIMARY KEY, Text TEXT NOT NULL); INSERT INTO Notice VALUES (1, 'old')");
        await stores.SettleAsync();
        stores.AssertBoth(Reports, "1|old");
        stores.AssertBoth(Notices, "1|old");
    }

    private static void Fill(Database database, int id, string text) => database.Execute(
        $"INSERT INTO Report VALUES ({id}, '{text}'); INSERT INTO Notice VALUES ({id}, '{text}'); INSERT INTO Letter VALUES ({id}, '{text}')");
}
