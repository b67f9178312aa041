using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests;

/// <summary>Stores that hold a part, chosen by parameters.</summary>
public sealed class FilterTests
{
    [Fact]
    public async Task A_part_travels_and_is_verified_as_a_part()
    {
        await using var hub = await HubAsync();
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite, "chore");

        (await leaf.RunWithAsync("sync", hub, "--leaf", "--parameter", "owner=ann")).Require(0);

        Assert.Equal(["1"], await leaf.Database.RowsAsync("""SELECT "Id" FROM "Chore" """));
        (await leaf.RunWithAsync("verify", hub, "--parameter", "owner=ann")).Require(0);
        (await leaf.RunWithAsync("verify", hub)).Require(3);
    }

    [Theory]
    [InlineData("owner", "owner=ann")]
    [InlineData("colour=blue", "'colour'")]
    public async Task A_parameter_that_is_wrong_is_said_so(string parameter, string expected)
    {
        await using var hub = await HubAsync();
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite, "chore");

        var result = (await leaf.RunWithAsync("sync", hub, "--leaf", "--parameter", parameter)).Require(2);

        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_gives_the_part_that_it_is_asked_for()
    {
        await using var hub = await HubAsync();
        await using var service = await TestService.StartAsync(hub.Database);
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite, "chore");
        string[] stores = ["--assembly", ToolStore.Assembly, "--scope", "chore", "--from", leaf.Address, "--leaf", "--to", service.Address, "--parameter", "owner=ann"];

        Assert.Contains("AccessDenied", (await ToolRun.RunAsync(["sync", .. stores, "--json"])).Require(1).Output, StringComparison.Ordinal);

        (await ToolRun.RunAsync(Path.GetTempPath(), [("TOKEN", TestService.Token)], ["sync", .. stores, "--token", "env:TOKEN"])).Require(0);
        Assert.Equal(["1"], await leaf.Database.RowsAsync("""SELECT "Id" FROM "Chore" """));

        var preview = (await ToolRun.RunAsync(Path.GetTempPath(), [("TOKEN", TestService.Token)], ["sync", .. stores, "--token", "env:TOKEN", "--dry-run"])).Require(1);
        Assert.Contains("preview", preview.Errors, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<ToolStore> HubAsync()
    {
        var hub = await ToolStore.CreateAsync(DatabaseKind.Sqlite, "chore");
        (await hub.RunAsync("provision")).Require(0);
        await hub.Database.ExecuteAsync("""INSERT INTO "Chore" ("Id", "Owner", "Text") VALUES (1, 'ann', 'a'), (2, 'bob', 'b')""");
        return hub;
    }
}
