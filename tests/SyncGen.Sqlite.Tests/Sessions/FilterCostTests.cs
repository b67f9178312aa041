using SyncGen.Providers.Specification.Models.Filters;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>What a session of a filtered client costs follows what moved, counted in rows.</summary>
public sealed class FilterCostTests : IDisposable
{
    private const int Rows = 3_000;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Scopes_without_filters_keep_nothing_for_them()
    {
        await using var hub = Model.TodoScope.Sqlite($"Data Source={_folder.PathOf("hub.db")}", SyncRole.Peer);
        await hub.ProvisionAsync();
        using var data = new Database(_folder.PathOf("hub.db"));

        Assert.Empty(data.Rows("SELECT name FROM sqlite_schema WHERE name LIKE '%\\_part%' ESCAPE '\\' OR name LIKE '%\\_move%' ESCAPE '\\' OR name LIKE '%instance%'"));
    }

    [Fact]
    public async Task A_parent_that_moves_takes_its_own_children_alone()
    {
        using var data = new Database(_folder.PathOf("hub.db"));
        await using var hub = SalesScope.Sqlite(data.ConnectionString, SyncRole.Peer);
        await using var leaf = SalesScope.Sqlite(
            $"Data Source={_folder.PathOf("leaf.db")}", new SalesScope.Filter { Region = ["n"], Person = 1 });
        await hub.ProvisionAsync();
        Fill(data);
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();

        data.Execute("UPDATE Account SET Region = 'w' WHERE Id = 0");
        var left = await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        Assert.Equal(1 + Rows / 10 + Rows / 10, left.Download.Rows);
        Assert.Equal(left.Download.Rows, left.Download.Total.Evicted);
        Assert.Equal($"{1 + Rows / 10 + Rows / 10}", data.Rows("SELECT (SELECT count(*) FROM syncgen_sales_Account_move) + (SELECT count(*) FROM syncgen_sales_Deal_move) + (SELECT count(*) FROM syncgen_sales_Remark_move)").Single());

        // A move changes no version: others, which hold the rows with or without it, need not read them again.
        var versions = data.Rows("SELECT count(*) FROM syncgen_sales_Deal_track WHERE tick <> version").Single();
        Assert.Equal("0", versions);
        Assert.Equal(0, (await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync()).Download.Rows);
    }

    public void Dispose() => _folder.Dispose();

    // Ten customers, one of them in the north; to each a tenth of the deals, with a remark each.
    private static void Fill(Database data)
    {
        data.Execute("BEGIN");
        for (var i = 0; i < 10; i++)
        {
            data.Execute($"INSERT INTO Account (Id, Region, Text) VALUES ({i}, '{(i == 0 ? "n" : "e")}', '')");
        }

        for (var i = 0; i < Rows; i++)
        {
            data.Execute($"INSERT INTO Deal (Id, AccountId, Seller, Helper, Text) VALUES ({i}, {i % 10}, 1, NULL, '')");
            data.Execute($"INSERT INTO Remark (Id, DealId, Text) VALUES ({i}, {i}, '')");
        }

        data.Execute("COMMIT");
    }
}
