using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests;

/// <summary>Groups that are kept in step.</summary>
public sealed class GroupTests
{
    private const string Insert = """INSERT INTO "Entry" ("Id", "Text") VALUES """;

    [Fact]
    public async Task Every_member_meets_the_hub_and_one_that_cannot_is_reported()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await HubAsync();
        await using var first = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        await using var second = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        var file = Write(folder, hub, Member("first", first), Member("second", second));
        (await ToolRun.RunAsync("run", "--group", file, "--once")).Require(0);
        await first.Database.ExecuteAsync($"{Insert} (2, 'first')");
        (await ToolRun.RunAsync("run", "--group", file, "--once")).Require(0);

        var result = (await ToolRun.RunAsync("run", "--group", file, "--once", "--json")).Require(0).Json;

        Assert.True((bool?)result["well"]);
        Assert.Equal(["first", "second"], result["members"]!.AsArray().Select(member => (string?)member!["name"]));
        Assert.Equal("first", await second.Database.ScalarAsync("""SELECT "Text" FROM "Entry" WHERE "Id" = 2"""));
        Assert.True((bool?)(await ToolRun.RunAsync("status", "--group", file, "--json")).Require(0).Json["well"]);

        Write(folder, hub, Member("first", first), new JsonObject { ["name"] = "far", ["store"] = "http://127.0.0.1:1/sync" });
        var failed = (await ToolRun.RunAsync("run", "--group", file, "--once", "--json")).Require(1).Json;
        Assert.Equal([0, 1], failed["members"]!.AsArray().Select(member => (int?)member!["failures"]));
        Assert.Contains("cannot be reached", (string?)failed["members"]![1]!["error"], StringComparison.Ordinal);
        Assert.False((bool?)(await ToolRun.RunAsync("status", "--group", file, "--json")).Require(3).Json["well"]);
    }

    [Fact]
    public async Task A_group_goes_on_until_it_is_cancelled()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        await using var hub = await HubAsync();
        await using var member = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        var file = Write(folder, hub, Member("first", member), new JsonObject { ["name"] = "far", ["store"] = "http://127.0.0.1:1/sync" });
        using var process = ToolRun.Start(folder.Path, [], "run", "--group", file);
        var ended = ToolRun.EndAsync(process);
        await UntilAsync(async () => await CountAsync(member) == 1, ended);
        await hub.Database.ExecuteAsync($"{Insert} (2, 'later')");
        await UntilAsync(async () => await CountAsync(member) == 2, ended);
        JsonNode? status = null;
        await UntilAsync(async () => (int?)(status = (await ToolRun.RunAsync("status", "--group", file, "--json")).Require(3).Json)["members"]![1]!["failures"] > 0, ended);
        Assert.True((bool?)status!["running"]);

        await ToolRun.InterruptAsync(process);

        var result = (await ended.WaitAsync(TimeSpan.FromSeconds(60))).Require(130);
        Assert.Contains("Next try in", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Cancelled", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.False((bool?)(await ToolRun.RunAsync("status", "--group", file, "--json")).Require(3).Json["running"]);
    }

    [Fact]
    public async Task A_killed_program_is_told_to_be_gone_at_once_and_a_second_one_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await HubAsync();
        await using var member = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        var (file, process, ended) = await StartAsync(folder, hub, member);
        using var running = process;

        var second = (await ToolRun.RunAsync("run", "--group", file, "--once", "--json")).Require(4);

        Assert.Contains("run already", (string?)second.Json["error"]!["message"], StringComparison.Ordinal);
        Assert.True((bool?)(await ToolRun.RunAsync("status", "--group", file, "--json")).Json["running"]);

        process.Kill();
        await ended;
        Assert.False((bool?)(await ToolRun.RunAsync("status", "--group", file, "--json")).Require(3).Json["running"]);
        Assert.Contains("broke off", (await ToolRun.RunAsync("status", "--group", file)).Require(3).Output, StringComparison.Ordinal);
        (await ToolRun.RunAsync("run", "--group", file, "--once")).Require(0);
    }

    [Fact]
    public async Task A_health_file_that_cannot_be_written_stops_no_member()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await HubAsync();
        await using var member = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        var (file, process, ended) = await StartAsync(folder, hub, member);
        using var running = process;

        // A folder in its place.
        Directory.CreateDirectory(folder.File("group.health.json.next"));
        await hub.Database.ExecuteAsync($"{Insert} (2, 'later')");
        await UntilAsync(async () => await CountAsync(member) == 2, ended);
        await hub.Database.ExecuteAsync($"{Insert} (3, 'later still')");
        await UntilAsync(async () => await CountAsync(member) == 3, ended);
        Directory.Delete(folder.File("group.health.json.next"));
        await UntilAsync(async () => (long?)(await ToolRun.RunAsync("status", "--group", file, "--json")).Json["members"]![0]!["down"] == 3, ended);

        process.Kill();
        Assert.Single((await ended).Errors.Split('\n'), line => line.Contains("health file cannot be written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_that_waits_for_a_lock_is_told_to_be_in_a_session()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await HubAsync();
        await using var member = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        var (file, process, ended) = await StartAsync(folder, hub, member);
        using var running = process;
        using (var writer = new Microsoft.Data.Sqlite.SqliteConnection(member.Database.ConnectionString))
        {
            writer.Open();
            using var begin = writer.CreateCommand();
            begin.CommandText = "BEGIN EXCLUSIVE";
            begin.ExecuteNonQuery();
            string? since = null;
            await UntilAsync(
                async () =>
                {
                    var told = (await ToolRun.RunAsync("status", "--group", file, "--json")).Json["members"]![0]!["inSessionSince"];
                    var again = since is not null && since == (string?)told;
                    since = (string?)told;
                    return again;
                },
                ended);
            begin.CommandText = "ROLLBACK";
            begin.ExecuteNonQuery();
        }

        process.Kill();
        await ended;
    }

    [Fact]
    public async Task A_health_file_that_can_never_be_written_is_said_so_before_anything_is_done()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await HubAsync();
        await using var member = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        var file = Write(folder, hub, Member("first", member));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"interval\"", "\"health\": \"nowhere/health.json\", \"interval\"", StringComparison.Ordinal));

        var result = (await ToolRun.RunAsync("run", "--group", file, "--once")).Require(1);

        Assert.Contains("\"health\"", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.Empty(await member.Database.ObjectsAsync());
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("[]", "no object")]
    [InlineData("""{ "assembly": "a.dll" }""", "hub")]
    [InlineData("""{ "assembly": "a.dll", "hub": "sqlite:x" }""", "members")]
    [InlineData("""{ "assembly": "a.dll", "hub": "sqlite:x", "members": [ "nothing" ] }""", "no store")]
    [InlineData("""{ "assembly": "a.dll", "hub": "sqlite:x", "members": [ "sqlite:y" ], "interval": "soon" }""", "interval")]
    [InlineData("""{ "assembly": "a.dll", "hub": "sqlite:x", "members": [ "sqlite:y" ], "direction": "sideways" }""", "direction")]
    [InlineData("""{ "assembly": "a.dll", "hub": "sqlite:x", "members": [ "sqlite:y" ], "conflicts": "Mine" }""", "ServerWins")]
    [InlineData("""{ "assembly": "a.dll", "hub": "sqlite:x", "members": [ "sqlite:y" ], "colour": "blue" }""", "colour")]
    [InlineData("""{ "hub": "sqlite:x", "members": [ "sqlite:y" ] }""", "model")]
    [InlineData("""{ "assembly": "a.dll", "hub": "sqlite:x", "members": [ { "name": "a", "store": "sqlite:y" }, { "name": "a", "store": "sqlite:z" } ] }""", "two members named 'a'")]
    [InlineData("""{ "assembly": "a.dll", "hub": "sqlite:x", "members": [ "sqlite:y", { "name": "b", "store": "SQLite:y" } ] }""", "member 1 and member 2")]
    [InlineData("""{ "assembly": "a.dll", "hub": "sqlite:x", "members": [ "sqlite:y", "sqlite:x" ] }""", "member 2 and the hub")]
    public async Task A_file_that_is_wrong_is_said_so(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("group.json"), text);

        var result = (await ToolRun.RunAsync("run", "--group", folder.File("group.json"))).Require(2);

        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_are_meant_from_the_file_wherever_the_program_is_started()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        await using var hub = await HubAsync();
        await File.WriteAllTextAsync(folder.File("appsettings.json"), new JsonObject { ["ConnectionStrings"] = new JsonObject { ["Main"] = hub.Database.ConnectionString } }.ToJsonString());
        await File.WriteAllTextAsync(folder.File("group.json"), new JsonObject
        {
            ["assembly"] = ToolStore.Assembly,
            ["scope"] = "latest",
            ["hub"] = "sqlite:settings:Main",
            ["members"] = new JsonArray(new JsonObject { ["store"] = "sqlite:Data Source=member.db", ["role"] = "leaf" }),
        }.ToJsonString());

        (await ToolRun.RunAsync(elsewhere.Path, [], ["run", "--group", folder.File("group.json"), "--once"])).Require(0);

        Assert.True(File.Exists(folder.File("member.db")));
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere.Path));
    }

    private static async Task<ToolStore> HubAsync()
    {
        var hub = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        (await hub.RunAsync("provision")).Require(0);
        await hub.Database.ExecuteAsync($"{Insert} (1, 'hub')");
        return hub;
    }

    /// <summary>Starts a group of one member, and waits until that has met the hub.</summary>
    private static async Task<(string File, Process Process, Task<ToolResult> Ended)> StartAsync(TemporaryFolder folder, ToolStore hub, ToolStore member)
    {
        var file = Write(folder, hub, Member("first", member));
        var process = ToolRun.Start(folder.Path, [], "run", "--group", file);
        var ended = ToolRun.EndAsync(process);
        await UntilAsync(async () => await CountAsync(member) == 1, ended);
        return (file, process, ended);
    }

    private static JsonObject Member(string name, ToolStore store) => new() { ["name"] = name, ["store"] = store.Address, ["role"] = "leaf" };

    private static string Write(TemporaryFolder folder, ToolStore hub, params JsonObject[] members)
    {
        var group = new JsonObject { ["assembly"] = ToolStore.Assembly, ["scope"] = "latest", ["hub"] = hub.Address, ["members"] = new JsonArray([.. members]), ["interval"] = "1s" };
        File.WriteAllText(folder.File("group.json"), group.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return folder.File("group.json");
    }

    private static async Task<int> CountAsync(ToolStore store)
    {
        var objects = await store.Database.ObjectsAsync();
        return objects.Contains("table Entry") ? int.Parse(await store.Database.ScalarAsync("""SELECT count(*) FROM "Entry" """), System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, Task<ToolResult> ended)
    {
        var patience = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.False(ended.IsCompleted, ended.IsCompleted ? (await ended).Errors : "");
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "Nothing came within a minute.");
            await Task.Delay(100);
        }
    }
}
