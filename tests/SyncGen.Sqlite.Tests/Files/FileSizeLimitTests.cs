using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Processes;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Files;

/// <summary>A session in another process whose files may not grow: real files, both kinds of journal.</summary>
public sealed class FileSizeLimitTests
{
    private const string Customers = "SELECT Id, Name, length(Code) FROM Customer ORDER BY Id";

    [Theory]
    [InlineData("wal")]
    [InlineData("delete")]
    public async Task A_session_whose_file_may_not_grow_breaks_and_goes_on_later(string journal)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, $"PRAGMA journal_mode = {journal}");
        Fill(stores.Client, 1_000);
        Fill(stores.Hub, 2_000);
        // 512 bytes each. Both files are close to it; neither can take all of the other's rows.
        var most = Math.Max(new FileInfo(stores.Client.Path).Length, new FileInfo(stores.Hub.Path).Length);
        var blocks = (int)(most / 512) + 800;
        using (var child = await ChildProcess.StartLimitedAsync(blocks, "synchronize", stores.Client.Path, stores.Hub.Path))
        {
            child.Go();
            var said = await child.EndAsync();
            Assert.Matches("^(StoreFailed|StoreFull): .*'hub\\.db'.*room", said);
        }

        Invariants.Check(stores.Client, "shop", "Customer", "Id");
        Invariants.Check(stores.Hub, "shop", "Customer", "Id");
        Assert.InRange(stores.Hub.Rows(Customers).Count, 401, 799);
        await stores.SettleAsync();
        Assert.Equal(800, stores.Client.Rows(Customers).Count);
        Assert.Equal(stores.Hub.Rows(Customers), stores.Client.Rows(Customers));
    }

    private static void Fill(Database database, int first) => database.Execute($"""
        WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {first + 399})
        INSERT INTO Customer SELECT i, 'row ' || i, hex(zeroblob(2000)), i FROM n;
        PRAGMA wal_checkpoint(TRUNCATE)
        """);
}
