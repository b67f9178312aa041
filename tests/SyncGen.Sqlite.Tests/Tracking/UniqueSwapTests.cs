using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>Unique values that move between rows: no order of single writes gets there.</summary>
public sealed class UniqueSwapTests
{
    private const string Customers = "SELECT Id, Name, Code, Rank FROM Customer ORDER BY Id";

    private static readonly SyncOptions s_oneRowAtATime = new() { BatchBytesMax = 1 };

    public static TheoryData<string, SyncRole, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, SyncRole, bool>();
            foreach (var columns in new[]
            {
                "Code TEXT UNIQUE, Rank INTEGER",
                "Code TEXT NOT NULL UNIQUE, Rank INTEGER",
                "Code TEXT, Rank INTEGER NOT NULL UNIQUE CHECK (Rank > 0)",
                "Code TEXT, Rank INTEGER, UNIQUE (Code, Rank)",
            })
            {
                cases.Add(columns, SyncRole.Peer, false);
                cases.Add(columns, SyncRole.Peer, true);
                cases.Add(columns, SyncRole.Leaf, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Two_rows_change_places(string columns, SyncRole role, bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table(columns), role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2)");
        await stores.SettleAsync();
        Swap(stores.Client, 1, 2);
        await stores.SettleAsync(Options(oneRowAtATime));
        stores.AssertBoth(Customers, "1|a|y|2", "2|b|x|1");
        Swap(stores.Hub, 1, 2);
        await stores.SettleAsync(Options(oneRowAtATime));
        stores.AssertBoth(Customers, "1|a|x|1", "2|b|y|2");
        AssertNothingWaits(stores);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Three_rows_go_round(string columns, SyncRole role, bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table(columns), role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2), (3, 'c', 'z', 3)");
        await stores.SettleAsync();
        Swap(stores.Client, 1, 2);
        Swap(stores.Client, 2, 3);
        await stores.SettleAsync(Options(oneRowAtATime));
        stores.AssertBoth(Customers, "1|a|y|2", "2|b|z|3", "3|c|x|1");
        AssertNothingWaits(stores);
    }

    [Theory]
    [InlineData(SyncRole.Peer, SyncOrder.Download)]
    [InlineData(SyncRole.Leaf, SyncOrder.Download)]
    [InlineData(SyncRole.Leaf, SyncOrder.Upload)]
    public async Task Values_that_move_along_a_chain_are_stored_with_their_batch_whatever_its_order(SyncRole role, SyncOrder order)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table("Code TEXT UNIQUE, Rank INTEGER"), role);
        stores.Hub.Execute("INSERT INTO Customer VALUES (1, '', 'a', 1), (2, '', 'b', 2), (3, '', 'c', 3), (4, '', 'd', 4), (5, '', 'e', 5)");
        await stores.SettleAsync();
        var source = order == SyncOrder.Download ? stores.Hub : stores.Client;
        source.Execute("UPDATE Customer SET Code = NULL WHERE Id = 5");
        foreach (var id in new[] { 4, 3, 2, 1 })
        {
            source.Execute($"UPDATE Customer SET Code = (SELECT char(unicode('a') + {id})) WHERE Id = {id}");
        }

        // Each row in front of the one whose value it wants, then the reverse, then neither.
        source.Execute(string.Join(';', new[] { 2, 1, 3, 4, 5 }.Select(id => $"UPDATE Customer SET Name = 'n' WHERE Id = {id}")));
        var result = await stores.SyncAsync(new SyncOptions { Order = order });
        Assert.False(result.HasQuarantined);
        stores.AssertBoth("SELECT Id, Code FROM Customer ORDER BY Id", "1|b", "2|c", "3|d", "4|e", "5|NULL");
    }

    [Fact]
    public async Task A_swap_that_a_third_row_blocks_leaves_all_as_it_was()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table("Code TEXT NOT NULL UNIQUE, Rank INTEGER CHECK (Rank < 10)"));
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2)");
        await stores.SettleAsync();
        stores.Hub.Execute("PRAGMA ignore_check_constraints = ON");
        Swap(stores.Hub, 1, 2);
        stores.Hub.Execute("UPDATE Customer SET Rank = 99 WHERE Id = 2");
        var result = await stores.SyncAsync();
        Assert.True(result.HasQuarantined);
        Assert.Equal(["1|a|x|1", "2|b|y|2"], stores.Client.Rows(Customers));
        Assert.Equal(2L, stores.Client.Scalar("SELECT count(*) FROM syncgen_shop_quarantine"));
        stores.Hub.Execute("UPDATE Customer SET Rank = 9 WHERE Id = 2");
        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|a|y|2", "2|b|x|9");
        AssertNothingWaits(stores);
    }

    [Fact]
    public async Task Children_of_rows_that_change_places_stay_with_them()
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table("Code TEXT NOT NULL UNIQUE, Rank INTEGER")
            + "CREATE TABLE Invoice (Id INTEGER NOT NULL PRIMARY KEY, CustomerId INTEGER REFERENCES Customer (Id) ON DELETE CASCADE, Text TEXT NOT NULL);");
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2); INSERT INTO Invoice VALUES (11, 1, 'a'), (21, 2, 'b')");
        await stores.SettleAsync();
        Swap(stores.Client, 1, 2);
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Invoice ORDER BY Id", "11|1|a", "21|2|b");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_unique_value_goes_to_a_new_row(bool oneRowAtATime)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, Table("Code TEXT NOT NULL UNIQUE, Rank INTEGER"));
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2)");
        await stores.SettleAsync();
        stores.Client.Execute("DELETE FROM Customer WHERE Id = 1; INSERT INTO Customer VALUES (3, 'c', 'x', 3); UPDATE Customer SET Code = 'w' WHERE Id = 2");
        stores.Client.Execute("INSERT INTO Customer VALUES (0, 'd', 'y', 0)");
        await stores.SettleAsync(Options(oneRowAtATime));
        stores.AssertBoth(Customers, "0|d|y|0", "2|b|w|2", "3|c|x|3");
        AssertNothingWaits(stores);
    }

    private static SyncOptions Options(bool oneRowAtATime) => oneRowAtATime ? s_oneRowAtATime : SyncOptions.Default;

    private static string Table(string columns) =>
        $"CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, {columns});\n";

    private static void Swap(Database database, int a, int b)
    {
        var (codeA, rankA) = (database.Scalar($"SELECT Code FROM Customer WHERE Id = {a}"), database.Scalar($"SELECT Rank FROM Customer WHERE Id = {a}"));
        var (codeB, rankB) = (database.Scalar($"SELECT Code FROM Customer WHERE Id = {b}"), database.Scalar($"SELECT Rank FROM Customer WHERE Id = {b}"));
        database.Execute($"UPDATE Customer SET Code = 'tmp', Rank = 1000000 WHERE Id = {a}");
        database.Execute($"UPDATE Customer SET Code = @code, Rank = @rank WHERE Id = {b}", ("@code", codeA), ("@rank", rankA));
        database.Execute($"UPDATE Customer SET Code = @code, Rank = @rank WHERE Id = {a}", ("@code", codeB), ("@rank", rankB));
    }

    private static void AssertNothingWaits(StorePair stores)
    {
        Assert.Empty(stores.Client.Rows("SELECT row_key, error FROM syncgen_shop_quarantine"));
        Assert.Empty(stores.Hub.Rows("SELECT row_key, error FROM syncgen_shop_quarantine"));
    }
}
