using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;
using SyncGen.Tool.Output;
using Former = SyncGen.Providers.Specification.Former.Shops.ShopScope;

namespace SyncGen.Tool.Tests;

/// <summary>What people at a terminal see and do, and scripts do not.</summary>
public sealed class TerminalTests
{
    // How characters look: bold, coloured. What the terminal is told besides, such as how keys are sent, is no colour.
    private static readonly Regex s_look = new("\x1b\\[[0-9;]*m");

    [RequiresFact(Requirement.Python)]
    public async Task Colours_are_for_terminals_and_not_where_nobody_wants_them()
    {
        await using var store = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        (await store.RunAsync("provision")).Require(0);
        string[] status = ["status", "--assembly", ToolStore.Assembly, "--scope", "latest", "--database", store.Kind, "--connection", store.Database.ConnectionString];

        var seen = (await ToolRun.RunAtTerminalAsync("", [("NO_COLOR", "")], status)).Require(0).Output;
        Assert.Matches(s_look, seen);
        Assert.Contains("Entry", seen, StringComparison.Ordinal);
        Assert.DoesNotMatch(s_look, (await ToolRun.RunAtTerminalAsync("", [("NO_COLOR", "1")], status)).Require(0).Output);
        Assert.DoesNotMatch(s_look, (await ToolRun.RunAtTerminalAsync("", [("NO_COLOR", "")], [.. status, "--json"])).Require(0).Output);
        Assert.DoesNotMatch(s_look, (await ToolRun.RunAsync(status)).Require(0).Output);
    }

    [Theory]
    [InlineData("plain, naïve ☃ 😀", "plain, naïve ☃ 😀", "plain, naïve ☃ 😀")]
    [InlineData("two\nlines\r\nand\ta tab", "two\nlines\r\nand\ta tab", "two␊lines␍␊and␉a tab")]
    [InlineData("\u001b[2J\u0007\r\0\u007f", "␛[2J␇␍␀␡", "␛[2J␇␍␀␡")]
    [InlineData("a\u009b1mb \u202egnp.exe", "a\\u009b1mb \\u202egnp.exe", "a\\u009b1mb \\u202egnp.exe")]
    public void Text_for_people_holds_no_commands_to_a_terminal(string text, string lines, string line)
    {
        Assert.Equal(lines, Printable.Lines(text));
        Assert.Equal(line, Printable.Line(text));
    }

    [Fact]
    public async Task Names_and_what_databases_say_are_no_commands_to_a_terminal()
    {
        using var folder = new TemporaryFolder();
        var connection = $"Data Source={folder.File("a.db")};Pooling=false";
        using (var database = new SqliteConnection(connection))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "CREATE TABLE \"x\u001b[2J\" (\"id\u001b[1m\" INTEGER PRIMARY KEY)";
            command.ExecuteNonQuery();
        }

        string[] store = ["--model", folder.File("a.sync.json"), "--database", "sqlite", "--connection", connection];
        ToolResult[] results =
        [
            await InProcess.RunAsync("scaffold", "--database", "sqlite", "--connection", connection, "--output", folder.File("a.sync.json")),
            await InProcess.RunAsync(["provision", .. store]),
            await InProcess.RunAsync(["status", .. store]),
            await InProcess.RunAsync("sync", "--model", folder.File("a.sync.json"), "--from", $"sqlite:{connection}", "--to", $"sqlite:Data Source={folder.File("b.db")};Pooling=false"),
            await InProcess.RunAsync("sync", "--model", folder.File("\u001b.json"), "--from", "sqlite:a", "--to", "sqlite:b"),
            await InProcess.RunAsync("sync\u001b[2J"),
        ];

        Assert.Equal([0, 0, 0, 0, 2, 2], results.Select(result => result.ExitCode));
        Assert.All(results, result => Assert.DoesNotContain('\u001b', result.Output + result.Errors));
        Assert.Contains("x␛[2J", results[2].Output, StringComparison.Ordinal);
    }

    [RequiresTheory(Requirement.Python)]
    [InlineData("n\n", 130)]
    [InlineData("\n", 130)]
    [InlineData("y\n", 0)]
    public async Task A_person_is_asked_before_a_database_is_migrated(string answer, int exitCode)
    {
        await using var store = await ToolStore.CreateAsync(DatabaseKind.Sqlite, "shop");
        (await ToolRun.RunAsync("provision", "--assembly", typeof(Former).Assembly.Location, "--scope", "shop", "--database", store.Kind, "--connection", store.Database.ConnectionString)).Require(0);
        string[] migrate = ["migrate", "--drop-removed", "--assembly", ToolStore.Assembly, "--scope", "shop", "--database", store.Kind, "--connection", store.Database.ConnectionString];

        var asked = (await ToolRun.RunAtTerminalAsync(answer, [], migrate)).Require(exitCode).Output;

        Assert.Contains("Rename table 'Client' to 'Customer'", asked, StringComparison.Ordinal);
        Assert.Contains("Do this? [y/N]", asked, StringComparison.Ordinal);
        Assert.Contains(exitCode == 0 ? "is migrated" : "Nothing was changed", asked, StringComparison.Ordinal);
        Assert.Contains(exitCode == 0 ? "table Customer" : "table Client", await store.Database.ObjectsAsync());
        (await store.RunAsync("doctor")).Require(exitCode == 0 ? 0 : 3);
        if (exitCode != 0)
        {
            Assert.DoesNotContain("[y/N]", (await ToolRun.RunAtTerminalAsync("", [], [.. migrate, "--yes"])).Require(0).Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_session_that_is_cancelled_leaves_nothing_half_done()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var hub = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        await using var client = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        (await hub.RunAsync("provision")).Require(0);
        (await client.RunAsync("provision")).Require(0);
        await hub.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'hub')""");
        await using (var connection = (SqliteConnection)await client.Database.ConnectAsync())
        {
            await connection.ExecuteAsync("BEGIN EXCLUSIVE");
            using var process = ToolRun.Start(
                Path.GetTempPath(), [], "sync", "--assembly", ToolStore.Assembly, "--scope", "latest", "--from", client.Address, "--to", hub.Address, "--json");
            var ended = ToolRun.EndAsync(process);
            // It waits for the lock by now; or it has not come as far, which must make no difference.
            await Task.Delay(TimeSpan.FromSeconds(2));
            Assert.False(ended.IsCompleted, ended.IsCompleted ? (await ended).Errors : "");
            await ToolRun.InterruptAsync(process);

            var result = (await ended.WaitAsync(TimeSpan.FromSeconds(30))).Require(130);
            Assert.Equal("Cancelled", (string?)result.Json["error"]!["code"]);
            Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
            await connection.ExecuteAsync("ROLLBACK");
        }

        Assert.Equal("0", await client.Database.ScalarAsync("""SELECT count(*) FROM "Entry" """));
        (await client.RunWithAsync("sync", hub)).Require(0);
        Assert.Equal("hub", await client.Database.ScalarAsync("""SELECT "Text" FROM "Entry" """));
    }
}
