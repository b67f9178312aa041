using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests.Commands;

/// <summary>What sessions of a SQLite leaf with a hub do, and what can be found out about them.</summary>
public abstract class SessionSpecification(DatabaseKind kind)
{
    private const string Content = """SELECT "Id", "Text" FROM "Entry" ORDER BY "Id" """;

    [SpecificationFact]
    public async Task Rows_travel_both_ways_and_are_counted()
    {
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        await using var hub = await ProvisionedAsync();
        await hub.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'hub'), (2, 'hub')""");
        (await leaf.RunWithAsync("sync", hub, "--leaf")).Require(0);
        await leaf.Database.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'leaf' WHERE "Id" = 2""");

        var result = (await leaf.RunWithAsync("sync", hub, "--json")).Require(0).Json;

        Assert.Equal(["1|hub", "2|leaf"], await hub.Database.RowsAsync(Content));
        Assert.Equal(["1|hub", "2|leaf"], await leaf.Database.RowsAsync(Content));
        Assert.Equal(1, (int?)result["up"]!["rows"]);
        Assert.Equal("Entry", (string?)result["up"]!["tables"]![0]!["table"]);
        Assert.Equal(1, (int?)result["up"]!["tables"]![0]!["written"]);
        Assert.Equal(0, (int?)result["down"]!["rows"]);
        Assert.False((bool?)result["preview"]);
        Assert.Equal("leaf", (string?)(await leaf.RunAsync("status", "--json")).Require(0).Json["role"]);
    }

    [SpecificationFact]
    public async Task A_direction_is_kept_to()
    {
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        await using var hub = await ProvisionedAsync();
        (await leaf.RunWithAsync("sync", hub, "--leaf")).Require(0);
        await hub.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'hub')""");
        await leaf.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (2, 'leaf')""");

        (await leaf.RunWithAsync("sync", hub, "--direction", "down")).Require(0);
        Assert.Equal(["1|hub"], await hub.Database.RowsAsync(Content));
        Assert.Equal(["1|hub", "2|leaf"], await leaf.Database.RowsAsync(Content));

        (await leaf.RunWithAsync("sync", hub, "--direction", "up")).Require(0);
        Assert.Equal(["1|hub", "2|leaf"], await hub.Database.RowsAsync(Content));
    }

    [SpecificationFact]
    public async Task A_dry_run_counts_and_leaves_both_stores_as_they_are()
    {
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        await using var hub = await ProvisionedAsync();
        (await leaf.RunWithAsync("sync", hub, "--leaf")).Require(0);
        await hub.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'hub')""");
        await leaf.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (2, 'leaf'), (3, 'leaf')""");

        var preview = (await leaf.RunWithAsync("sync", hub, "--dry-run", "--json")).Require(0).Json;

        Assert.True((bool?)preview["preview"]);
        Assert.Equal(2, (int?)preview["up"]!["rows"]);
        Assert.Equal(1, (int?)preview["down"]!["rows"]);
        Assert.Equal(["1|hub"], await hub.Database.RowsAsync(Content));
        Assert.Equal(["2|leaf", "3|leaf"], await leaf.Database.RowsAsync(Content));
        var session = (await leaf.RunWithAsync("sync", hub, "--json")).Require(0).Json;
        Assert.Equal(preview["up"]!["tables"]!.ToJsonString(), session["up"]!["tables"]!.ToJsonString());
        Assert.Equal(preview["down"]!["tables"]!.ToJsonString(), session["down"]!["tables"]!.ToJsonString());
    }

    [SpecificationFact]
    public async Task A_loser_is_listed_and_comes_back_as_an_edit()
    {
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        await using var hub = await ConflictAsync(leaf, "ServerWins");

        Assert.Equal(["1|hub"], await leaf.Database.RowsAsync(Content));
        var list = (await hub.RunAsync("conflicts", "--json")).Require(0).Json["conflicts"]!.AsArray();
        var conflict = Assert.Single(list)!;
        Assert.Equal("Entry", (string?)conflict["table"]);
        Assert.Equal("leaf", (string?)conflict["loser"]!["Text"]);
        Assert.Equal("hub", (string?)conflict["winner"]!["Text"]);

        var restored = (await hub.RunAsync("conflicts", "--restore", conflict["id"]!.ToString(), "--json")).Require(0).Json["restored"]!;

        Assert.Equal(1, (int?)restored["key"]!["Id"]);
        Assert.Equal(["1|leaf"], await hub.Database.RowsAsync(Content));
        (await leaf.RunWithAsync("sync", hub)).Require(0);
        Assert.Equal(["1|leaf"], await leaf.Database.RowsAsync(Content));
        (await hub.RunAsync("conflicts", "--restore", "4711")).Require(2);
    }

    [SpecificationFact]
    public async Task A_session_ends_conflicts_by_the_policy_that_it_is_given()
    {
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        await using var hub = await ConflictAsync(leaf, "ClientWins");

        Assert.Equal(["1|leaf"], await hub.Database.RowsAsync(Content));
    }

    [SpecificationFact]
    public async Task A_row_that_the_hub_refuses_is_listed_in_quarantine()
    {
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        await using var hub = await ProvisionedAsync();
        await hub.Database.ExecuteAsync("""CREATE UNIQUE INDEX "OneCode" ON "Entry" ("Code")""");
        (await hub.RunAsync("provision")).Require(0);
        await hub.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Code", "Text") VALUES (1, 'x', 'first')""");
        (await leaf.RunWithAsync("sync", hub, "--leaf", "--direction", "up")).Require(0);
        await leaf.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Code", "Text") VALUES (2, 'x', 'second')""");

        Assert.Equal(1, (int?)(await leaf.RunWithAsync("sync", hub, "--direction", "up", "--json")).Require(3).Json["quarantined"]);

        var row = Assert.Single((await hub.RunAsync("quarantine", "--json")).Require(0).Json["quarantined"]!.AsArray())!;
        Assert.Equal("ConstraintViolated", (string?)row["code"]);
        Assert.Equal("second", (string?)row["row"]!["Text"]);
        Assert.Equal(1, (int?)(await hub.RunAsync("status", "--json")).Require(3).Json["quarantined"]);
        Assert.Contains("quarantine", (await hub.RunAsync("doctor")).Require(3).Output, StringComparison.Ordinal);
    }

    private async Task<ToolStore> ProvisionedAsync()
    {
        var hub = await ToolStore.CreateAsync(kind);
        (await hub.RunAsync("provision")).Require(0);
        return hub;
    }

    private async Task<ToolStore> ConflictAsync(ToolStore leaf, string policy)
    {
        var hub = await ProvisionedAsync();
        await hub.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'start')""");
        (await leaf.RunWithAsync("sync", hub, "--leaf")).Require(0);
        await hub.Database.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'hub' """);
        await leaf.Database.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'leaf' """);
        Assert.Equal(1, (int?)(await leaf.RunWithAsync("sync", hub, "--conflicts", policy, "--json")).Require(3).Json["conflicts"]);
        return hub;
    }
}
