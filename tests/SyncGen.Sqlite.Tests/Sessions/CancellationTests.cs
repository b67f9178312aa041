using SyncGen.Sqlite.Tests.Model.Stops;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>Sessions that are cancelled at any point, inside a batch too.</summary>
public sealed class CancellationTests
{
    private const string All = "SELECT 'r', Id, Name, NULL FROM Room UNION ALL SELECT 'm', Id, Text, RoomId FROM Message ORDER BY 1, 2";

    [Theory]
    [InlineData("wal", SyncRole.Leaf, 1)]
    [InlineData("delete", SyncRole.Leaf, 2)]
    [InlineData("wal", SyncRole.Peer, 3)]
    [InlineData("delete", SyncRole.Peer, 4)]
    public async Task Both_stores_stay_consistent_and_the_next_session_goes_on(string journal, SyncRole role, int seed)
    {
        var random = new Random(seed);
        await using var stores = await StorePair.CreateAsync(StopScope.Sqlite, $"PRAGMA journal_mode = {journal}", role);
        Write(stores, random, 0);
        var passes = await PassesOfAsync(stores);
        var cancelled = 0;
        for (var i = 1; i < 40; i++)
        {
            Write(stores, random, i);
            using var point = new StopPoint(random.Next(3) == 0 ? 0 : 1 + random.Next(4 * passes));
            point.Enter();
            var options = new SyncOptions { BatchBytesMax = random.Next(2) == 0 ? 200 : 1 << 20 };
            try
            {
                await SyncOrchestrator.Between(stores.ClientStore, stores.HubStore).SynchronizeAsync(options, null, point.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            foreach (var table in new[] { "Room", "Message" })
            {
                Invariants.Check(stores.Client, "stop", table, "Id");
                Invariants.Check(stores.Hub, "stop", table, "Id");
            }
        }

        Assert.InRange(cancelled, 15, 35);
        await stores.SettleAsync();
        Assert.Equal(stores.Hub.Rows(All), stores.Client.Rows(All));
        Assert.Equal(80 * 2 * 8, stores.Hub.Rows(All).Count);
    }

    /// <summary>How many values a session reads and writes that nobody cancels.</summary>
    private static async Task<int> PassesOfAsync(StorePair stores)
    {
        using var point = new StopPoint(0);
        point.Enter();
        await stores.SyncAsync();
        return point.Passed;
    }

    private static void Write(StorePair stores, Random random, int round)
    {
        Write(stores.Client, random, round * 1_000);
        Write(stores.Hub, random, 500_000 + (round * 1_000));
    }

    private static void Write(Database database, Random random, int first)
    {
        for (var i = first; i < first + 8; i++)
        {
            database.Execute($"""
                INSERT INTO Room (Id, Name) VALUES ({i}, 'a');
                INSERT INTO Message (Id, RoomId, Text) VALUES ({i}, {i}, 'b');
                UPDATE Message SET Text = Text || '{random.Next(10)}' WHERE Id % 7 = {random.Next(7)};
                """);
        }
    }
}
