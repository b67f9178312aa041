using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests;

/// <summary>What a user can get wrong: one sentence, the right exit code, no stack trace, no secret.</summary>
public sealed class UsageTests
{
    public static TheoryData<string, string> WrongLines => new()
    {
        { "", "command" },
        { "fly", "syncgen: There is no command 'fly'." },
        { "--fly", "syncgen: There is no command '--fly'." },
        { "provision", "--model, --assembly or --project" },
        { "provision --assembly a.dll --project b.csproj --database sqlite --connection x", "once" },
        { "provision --assembly a.dll", "--database and --connection" },
        { "provision --assembly missing.dll --database sqlite --connection x", "missing.dll" },
        { "provision --assembly {assembly} --database sqlite --connection x", "--scope" },
        { "provision --assembly {assembly} --scope nowhere --database sqlite --connection x", "'latest'" },
        { "provision --assembly {assembly} --scope latest --database oracle --connection x", "oracle" },
        { "provision --assembly {assembly} --scope latest --database sqlite --connection env:SYNCGEN_NOT_SET", "SYNCGEN_NOT_SET" },
        { "provision --assembly {assembly} --scope latest --database sqlite --connection settings:Main", "appsettings.json" },
        { "provision --assembly {assembly} --scope latest --database sqlite --connection x --role boss", "boss" },
        { "sync --assembly {assembly} --scope latest --from sqlite:x", "--to" },
        { "sync --assembly {assembly} --scope latest --from nothing --to sqlite:x", "--from" },
        { "sync --assembly {assembly} --scope latest --from sqlite:a --to sqlite:b --leaf --from-role peer", "not both" },
        { "sync --assembly {assembly} --scope latest --from sqlite:a --to sqlite:b --conflicts Mine", "Mine" },
        { "sync --assembly {assembly} --scope latest --from sqlite:DataSource=a --to sqlite:DataSource=b --parameter owner=ann", "no filter parameter" },
        { "verify --assembly {assembly} --scope latest --from https://example.org --to sqlite:b", "database" },
        { "cleanup --assembly {assembly} --scope latest --database sqlite --connection x --older-than soon", "30d" },
        { "conflicts --assembly {assembly} --scope latest --database sqlite --connection x --most 0", "whole number" },
        { "provision --assembly {assembly} --scope latest --database sqlite --connection DataSource=:memory:", "without a file" },
        { "provision --assembly {assembly} --scope latest --database sqlite --connection DataSource=x;Mode=Memory", "without a file" },
        { "provision --assembly {assembly} --scope latest --database sqlite --connection DataSource=", "without a file" },
        { "provision --assembly {assembly} --scope latest --database sqlite --connection file::memory:", "connection string" },
        { "sync --assembly {assembly} --scope latest --from sqlite:DataSource=x --to SQLite:DataSource=x", "same store" },
        { "sync --assembly {assembly} --scope latest --from sqlite: --to sqlite:x", "is empty" },
        { "sync --assembly {assembly} --scope latest --from sqlite:DataSource=file:x?mode=memory --to sqlite:x", "without a file" },
        { "run --group missing.json", "missing.json" },
        { "provision --model missing.sync.json --database sqlite --connection x", "missing.sync.json" },
    };

    [Theory]
    [MemberData(nameof(WrongLines))]
    public async Task Wrong_usage_is_answered_by_2_and_a_sentence(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        var arguments = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace("{assembly}", ToolStore.Assembly, StringComparison.Ordinal));

        var result = (await ToolRun.RunAsync(folder.Path, [], [.. arguments])).Require(2);

        Assert.Empty(result.Output);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.StartsWith("syncgen", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("postgresql", "Host=127.0.0.1;Port=1;Username=app;Password=s3cret;Timeout=3", 4)]
    [InlineData("mysql", "Server=127.0.0.1;Port=1;User ID=app;Password=s3cret;Connection Timeout=3", 4)]
    [InlineData("sqlserver", "Server=127.0.0.1,1;User ID=app;Password=s3cret;Connect Timeout=3", 4)]
    [InlineData("sqlserver", "Server=(localdb)\\nowhere;User ID=app;Password=s3cret;Connect Timeout=3", null)]
    [InlineData("postgresql", "Hots=s3cret", 2)]
    [InlineData("mysql", "Hots=s3cret", 2)]
    [InlineData("sqlserver", "Hots=s3cret", 2)]
    [InlineData("sqlite", "Date Source=s3cret", 2)]
    [InlineData("sqlite", "Data Source=nowhere/at/all.db;Password=s3cret", 1)]
    public async Task No_secret_is_echoed(string kind, string connectionString, int? exitCode)
    {
        var result = await ToolRun.RunAsync(
            "provision", "--assembly", ToolStore.Assembly, "--scope", "latest", "--database", kind, "--connection", connectionString, "--json");

        // Whether there is LocalDB on this machine makes a difference.
        result.Require(exitCode ?? (OperatingSystem.IsWindows() ? 4 : 1));
        Assert.NotNull((string?)result.Json["error"]!["code"]);
        Assert.Equal(result.ExitCode, (int?)result.Json["exitCode"]);
        Assert.DoesNotContain("s3cret", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_may_be_given_by_name()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("appsettings.json"), """{ /* ours */ "ConnectionStrings": { "Main": "Data Source=main.db" } }""");
        await File.WriteAllTextAsync(folder.File("other.json"), """{ "ConnectionStrings": { "Main": "Data Source=other.db" } }""");
        string[] model = ["--assembly", ToolStore.Assembly, "--scope", "latest", "--database", "sqlite"];

        (await ToolRun.RunAsync(folder.Path, [], ["provision", .. model, "--connection", "settings:Main"])).Require(0);
        (await ToolRun.RunAsync(folder.Path, [], ["provision", .. model, "--connection", "settings:Main", "--settings", "other.json"])).Require(0);
        (await ToolRun.RunAsync(folder.Path, [("APP_DB", "Data Source=variable.db")], ["provision", .. model, "--connection", "env:APP_DB"])).Require(0);

        Assert.All(["main.db", "other.db", "variable.db"], name => Assert.True(File.Exists(folder.File(name)), name));
    }

    [Fact]
    public async Task A_failure_is_an_object_too()
    {
        await using var store = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        (await store.RunAsync("provision")).Require(0);
        (await store.RunAsync("deprovision")).Require(0);

        var result = (await store.RunAsync("conflicts", "--json")).Require(1);

        Assert.Equal("conflicts", (string?)result.Json["command"]);
        Assert.Equal("NotProvisioned", (string?)result.Json["error"]!["code"]);
        Assert.Contains("syncgen provision", (string?)result.Json["error"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_told() =>
        Assert.Matches(@"^\d+\.\d+\.\d+", (await ToolRun.RunAsync("--version")).Require(0).Output);
}
