using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>Sessions that are cancelled at any point, inside a batch too.</summary>
public sealed class CancellationTests
{
    private const string All = """
        SELECT 'c', Id, Name, NULL FROM Customer UNION ALL SELECT 'i', Id, Text, CustomerId FROM Invoice
        UNION ALL SELECT 'l', Id, Text, InvoiceId FROM Line ORDER BY 1, 2
        """;

    [Theory]
    [InlineData("wal", SyncRole.Leaf, 1)]
    [InlineData("delete", SyncRole.Leaf, 2)]
    [InlineData("wal", SyncRole.Peer, 3)]
    [InlineData("delete", SyncRole.Peer, 4)]
    public async Task Both_stores_stay_consistent_and_the_next_session_goes_on(string journal, SyncRole role, int seed)
    {
        var random = new Random(seed);
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, $"PRAGMA journal_mode = {journal}", role);
        var cancelled = 0;
        for (var i = 0; i < 40; i++)
        {
            Write(stores.Client, random, i * 1_000);
            Write(stores.Hub, random, 500_000 + (i * 1_000));
            using var source = new CancellationTokenSource();
            source.CancelAfter(TimeSpan.FromMilliseconds(random.Next(0, 60)));
            var options = new SyncOptions { BatchBytesMax = random.Next(2) == 0 ? 200 : 1 << 20 };
            try
            {
                await SyncOrchestrator.Between(stores.ClientStore, stores.HubStore).SynchronizeAsync(options, null, source.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            foreach (var table in new[] { "Customer", "Invoice", "Line" })
            {
                Invariants.Check(stores.Client, "shop", table, "Id");
                Invariants.Check(stores.Hub, "shop", table, "Id");
            }
        }

        Assert.InRange(cancelled, 1, 40);
        await stores.SettleAsync();
        Assert.Equal(stores.Hub.Rows(All), stores.Client.Rows(All));
        Assert.Equal(80 * 3 * 8, stores.Hub.Rows(All).Count);
    }

    private static void Write(Database database, Random random, int first)
    {
        for (var i = first; i < first + 8; i++)
        {
            database.Execute($"""
                INSERT INTO Customer (Id, Name) VALUES ({i}, 'a');
                INSERT INTO Invoice (Id, CustomerId, Text) VALUES ({i}, {i}, 'b');
                INSERT INTO Line (Id, InvoiceId, Text) VALUES ({i}, {i}, 'c');
                UPDATE Line SET Text = Text || '{random.Next(10)}' WHERE Id % 7 = {random.Next(7)};
                """);
        }
    }
}
