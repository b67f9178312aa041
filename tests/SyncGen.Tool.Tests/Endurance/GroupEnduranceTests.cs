using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;
using SyncGen.Testing.Servers;
using Xunit.Abstractions;

namespace SyncGen.Tool.Tests.Endurance;

/// <summary>
/// A group of a hub and three members, each a server of its own, that live through what servers live through. SYNCGEN_GROUP_SECONDS says
/// how long, SYNCGEN_SEED what happens; when it happens depends on the machine too.
/// </summary>
public sealed class GroupEnduranceTests(ITestOutputHelper output)
{
    private const int SecondsInCi = 25;
    private const int RoundSecondsMax = 120;
    private static readonly TimeSpan s_writerPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_statusPause = TimeSpan.FromSeconds(1.5);

    // A member that failed often is tried late.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    [RequiresFact(Requirement.ServerPrograms)]
    public async Task Nothing_is_lost_and_status_tells_the_truth_while_servers_and_the_program_are_killed()
    {
        var seed = NumberOf("SYNCGEN_SEED", Random.Shared.Next());
        var seconds = NumberOf("SYNCGEN_GROUP_SECONDS", SecondsInCi);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SYNCGEN_SEED={seed} SYNCGEN_GROUP_SECONDS={seconds}"));
        using var folder = new TemporaryFolder();
        await using var hub = await SiteAsync(0, "hub", await PostgreSqlServer.StartAsync(survivesCrashes: true));
        await using var file = await SiteAsync(1, "sqlite", server: null);
        await using var mariaDb = await SiteAsync(2, "mariadb", await MariaDbServer.StartAsync(survivesCrashes: true));
        await using var postgreSql = await SiteAsync(3, "postgresql", await PostgreSqlServer.StartAsync(survivesCrashes: true));
        Site[] members = [file, mariaDb, postgreSql];
        (await new ToolStore(hub.Database).RunAsync("provision", "--role", "peer")).Require(0);
        await hub.AddSharedAsync();

        var group = await WriteAsync(folder, hub, (file, "leaf"), (mariaDb, "leaf"), (postgreSql, "peer"));
        await using var program = new GroupProgram(folder.Path, group);
        await program.StartAsync();
        var status = new StatusWatch(group, program, hub, members);
        var trouble = new Trouble(program, [hub, .. members]);
        await UntilAsync(status.AskAsync, "the group to be well for the first time", () => Task.FromResult(program.Lines));

        var random = new Random(seed);
        for (var left = seconds; left > 0; left -= RoundSecondsMax)
        {
            await LiveAsync(random, TimeSpan.FromSeconds(Math.Min(left, RoundSecondsMax)), [hub, .. members], trouble, status);
            await AgreeAsync(hub, members, program);
            await UntilAsync(status.AskAsync, "the group to be well", () => Task.FromResult(program.Lines));
        }

        await program.Outages.RunAsync(() => program.EndAsync(isKilled: false), () => VerifyAsync(hub, members), () => Task.CompletedTask);
        Site[] sites = [hub, .. members];
        var rows = (await hub.RowsAsync()).Count;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sites.Sum(site => site.Committed)} transactions committed ({sites.Sum(site => site.Unreported)} of them unreported), {sites.Sum(site => site.BrokeOff)} broken off; "
            + $"{rows} rows in the end; servers killed {trouble.Crashes} times, the program ended {program.Outages.Count} times, {trouble.Broken} connections broken, "
            + $"{trouble.Locks} locks; status asked {status.Asked} times, not well {status.Unwell}, not running {status.NotRunning}"));
    }

    private static async Task<Site> SiteAsync(int number, string name, DatabaseServer? server) =>
        new(number, name, server is null ? await StoreDatabase.CreateAsync(DatabaseKind.Sqlite) : await StoreDatabase.CreateAsync(server), server);

    private static async Task<string> WriteAsync(TemporaryFolder folder, Site hub, params (Site Site, string Role)[] members)
    {
        var group = new JsonObject
        {
            ["assembly"] = ToolStore.Assembly,
            ["scope"] = "latest",
            ["hub"] = new ToolStore(hub.Database).Address,
            ["members"] = new JsonArray([.. members.Select(member =>
                new JsonObject { ["name"] = member.Site.Name, ["store"] = new ToolStore(member.Site.Database).Address, ["role"] = member.Role })]),
            ["interval"] = "1s",
        };
        await File.WriteAllTextAsync(folder.File("group.json"), group.ToJsonString());
        return folder.File("group.json");
    }

    private static async Task LiveAsync(Random random, TimeSpan time, IReadOnlyList<Site> sites, Trouble trouble, StatusWatch status)
    {
        using var end = new CancellationTokenSource(time);
        var token = end.Token;
        var seeds = sites.Select(_ => random.Next()).ToList();
        var (forStores, forProgram) = (new Random(random.Next()), new Random(random.Next()));
        // Task.Run: SQLite works on the thread that asks it.
        List<Task> lives =
        [
            .. sites.Select((site, i) => Task.Run(() => site.WriteAsync(new Random(seeds[i]), s_writerPause, token), CancellationToken.None)),
            Task.Run(() => trouble.ForStoresAsync(forStores, token), CancellationToken.None),
            Task.Run(() => trouble.ForProgramAsync(forProgram, token), CancellationToken.None),
            Task.Run(() => status.WatchAsync(s_statusPause, token), CancellationToken.None),
        ];
        // Who fails ends the others.
        foreach (var life in lives)
        {
            _ = life.ContinueWith(_ => end.Cancel(), token, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        await Task.WhenAll(lives);
    }

    private static async Task AgreeAsync(Site hub, IReadOnlyList<Site> members, GroupProgram program)
    {
        Site[] sites = [hub, .. members];
        var expected = sites.SelectMany(site => site.Own).ToDictionary();
        foreach (var site in sites)
        {
            foreach (var (id, text) in await site.WriteLatestAsync())
            {
                expected[id] = $"NULL|{text}";
            }
        }

        await UntilAsync(
            async () => (await DifferencesAsync(sites, expected)).Count == 0,
            "all stores to hold what was written",
            async () => string.Join('\n', (await DifferencesAsync(sites, expected)).Take(40)) + "\n" + program.Lines);
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(IReadOnlyList<Site> sites, Dictionary<int, string> expected)
    {
        var differences = new List<string>();
        foreach (var site in sites)
        {
            var rows = await site.RowsAsync();
            differences.AddRange(from id in rows.Keys.Union(expected.Keys).Order()
                                 let found = rows.GetValueOrDefault(id)
                                 let right = expected.GetValueOrDefault(id)
                                 where found != right
                                 select $"{site.Name}: row {id} is {found ?? "missing"}, not {right ?? "missing"}");
        }

        return differences;
    }

    private static async Task VerifyAsync(Site hub, IReadOnlyList<Site> members)
    {
        foreach (var member in members)
        {
            (await new ToolStore(member.Database).RunWithAsync("verify", new ToolStore(hub.Database))).Require(0);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, string what, Func<Task<string>> otherwise)
    {
        for (var patience = Stopwatch.StartNew(); !await condition();)
        {
            if (patience.Elapsed > s_patience)
            {
                Assert.Fail($"Waited in vain for {what}:\n{await otherwise()}");
            }

            await Task.Delay(500);
        }
    }

    private static int NumberOf(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
