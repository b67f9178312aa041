using SyncGen.Sqlite.Tests.Model.Policies;
using SyncGen.Sqlite.Tests.Stores;
using Xunit.Abstractions;

namespace SyncGen.Sqlite.Tests.Replay;

/// <summary>Every batch applied twice changes nothing the second time, at once or later, whatever the policy and the content.</summary>
public sealed class ReplayTests(ITestOutputHelper output)
{
    private const int Rounds = 4;

    private static readonly Dictionary<string, Func<string, SqliteProviderOptions, SqliteProvider>> s_scopes = new()
    {
        ["latest"] = LatestScope.Sqlite,
        ["source"] = SourceScope.Sqlite,
        ["destination"] = DestinationScope.Sqlite,
        ["server"] = ServerScope.Sqlite,
        ["client"] = ClientScope.Sqlite,
        ["merge"] = MergeScope.Sqlite,
    };

    public static TheoryData<string, SyncRole, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, SyncRole, int>();
            var seed = 0;
            foreach (var policy in s_scopes.Keys)
            {
                cases.Add(policy, SyncRole.Leaf, ++seed);
                cases.Add(policy, SyncRole.Peer, ++seed);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Fixed_content(string policy, SyncRole role, int seed) => RunAsync(policy, role, seed);

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public Task Random_content(SyncRole role)
    {
        var seed = Random.Shared.Next();
        var policy = s_scopes.Keys.ElementAt(seed % s_scopes.Count);
        output.WriteLine($"policy {policy}, seed {seed}");
        return RunAsync(policy, role, seed);
    }

    private static async Task RunAsync(string policy, SyncRole role, int seed)
    {
        var random = new Random(seed);
        var clock = new StillClock();
        var environment = new SyncEnvironment(clock);
        await using var stores = await StorePair.CreateAsync(s_scopes[policy], role: role);
        // What one side takes the other refuses: quarantine at both.
        stores.Client.Execute("CREATE TRIGGER GuardC BEFORE INSERT ON Entry WHEN NEW.Code = 'c' BEGIN SELECT RAISE(ABORT, 'no'); END");
        stores.Hub.Execute("CREATE TRIGGER GuardH BEFORE INSERT ON Entry WHEN NEW.Code = 'h' BEGIN SELECT RAISE(ABORT, 'no'); END");
        await using var client = new ReplayedProvider(stores.ClientStore, environment, () => Dump.Of(stores.Client));
        await using var hub = new ReplayedProvider(stores.HubStore, environment, () => Dump.Of(stores.Hub));
        var calls = 0;
        for (var round = 0; round < Rounds; round++)
        {
            Write(stores.Client, random, "h");
            Write(stores.Hub, random, "c");
            var options = new SyncOptions { BatchBytesMax = new[] { 1, 300, 1 << 20 }[random.Next(3)] };
            clock.Now += TimeSpan.FromSeconds(random.Next(1, 100));
            await SyncOrchestrator.Between(client, hub).SynchronizeAsync(options);
            calls += client.Last.Count + hub.Last.Count;
            await client.RepeatAsync();
            await hub.RepeatAsync();
        }

        Assert.InRange(calls, Rounds * 2, 100_000);
        stores.Client.Execute("DROP TRIGGER GuardC");
        stores.Hub.Execute("DROP TRIGGER GuardH");
        await stores.SyncAsync();
        await stores.SettleAsync();
        // One side may have deleted the parent of a row that the other wrote: then both wait for a person.
        if ((await stores.ClientStore.ReadQuarantineAsync()).Count + (await stores.HubStore.ReadQuarantineAsync()).Count == 0)
        {
            Assert.Equal(stores.Hub.Rows("SELECT * FROM Entry ORDER BY Id"), stores.Client.Rows("SELECT * FROM Entry ORDER BY Id"));
        }

        Invariants.Check(stores.Client, policy, "Entry", "Id");
        Invariants.Check(stores.Hub, policy, "Entry", "Id");
    }

    private static void Write(Database database, Random random, string refused)
    {
        for (var i = 0; i < 8; i++)
        {
            var id = random.Next(1, 15);
            var code = random.Next(4) == 0 ? $"'{refused}'" : "NULL";
            var text = new string((char)('a' + random.Next(26)), random.Next(1, 9));
            database.Execute(random.Next(4) == 0
                ? $"DELETE FROM Entry WHERE Id = {id} AND Id NOT IN (SELECT ParentId FROM Entry WHERE ParentId IS NOT NULL)"
                : $"INSERT INTO Entry VALUES ({id}, (SELECT max(Id) FROM Entry WHERE Id < {id} AND {id} % 3 = 0), {code}, '{text}') ON CONFLICT DO UPDATE SET Text = excluded.Text");
        }
    }
}
