using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests.Commands;

/// <summary>What <c>provision</c> and <c>deprovision</c> do in a database.</summary>
public abstract class ProvisionSpecification(DatabaseKind kind)
{
    [SpecificationFact]
    public async Task What_is_provisioned_is_taken_away_again()
    {
        await using var store = await ToolStore.CreateAsync(kind);

        var provisioned = (await store.RunAsync("provision", "--role", "leaf", "--json")).Require(0).Json;
        Assert.Equal("latest", (string?)provisioned["scope"]);
        Assert.Equal("leaf", (string?)provisioned["role"]);
        Assert.True((bool?)provisioned["changed"]);
        var objects = await store.Database.ObjectsAsync();
        Assert.Contains(objects, name => name.EndsWith("syncgen_latest_Entry_log", StringComparison.OrdinalIgnoreCase));
        (await store.RunAsync("provision", "--role", "leaf")).Require(0);
        Assert.Equal(objects, await store.Database.ObjectsAsync());

        (await store.RunAsync("deprovision")).Require(0);
        Assert.Empty(await store.Database.ObjectsAsync());
        (await store.RunAsync("deprovision")).Require(0);
    }

    [SpecificationFact]
    public async Task A_dry_run_shows_the_SQL_and_changes_nothing()
    {
        await using var store = await ToolStore.CreateAsync(kind);
        await store.Database.ExecuteAsync("""CREATE TABLE "Other" ("Id" int NOT NULL)""");
        var before = await store.Database.ObjectsAsync();

        var shown = (await store.RunAsync("provision", "--dry-run")).Require(0);

        Assert.Contains("syncgen_latest_Entry_log", shown.Output, StringComparison.Ordinal);
        Assert.Equal(before, await store.Database.ObjectsAsync());
        var json = (await store.RunAsync("provision", "--dry-run", "--json")).Require(0).Json;
        Assert.Equal(shown.Output, (string?)json["script"]);
        Assert.False((bool?)json["changed"]);
    }

    [SpecificationFact]
    public async Task What_is_provisioned_already_needs_no_script()
    {
        await using var store = await ToolStore.CreateAsync(kind);
        (await store.RunAsync("provision")).Require(0);

        Assert.Contains("nothing to do", (await store.RunAsync("provision", "--dry-run")).Require(0).Output, StringComparison.Ordinal);

        var before = await store.Database.ObjectsAsync();
        Assert.Contains("DROP", (await store.RunAsync("deprovision", "--dry-run")).Require(0).Output, StringComparison.Ordinal);
        Assert.Equal(before, await store.Database.ObjectsAsync());
    }

    [SpecificationFact]
    public async Task A_script_does_what_provisioning_does()
    {
        using var folder = new TemporaryFolder();
        await using var store = await ToolStore.CreateAsync(kind);
        await using var other = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        var script = folder.File("provision.sql");
        (await store.RunAsync("provision", "--script", script)).Require(0);
        Assert.Empty(await store.Database.ObjectsAsync());

        await DatabaseClient.RunAsync(store.Database, script);
        await DatabaseClient.RunAsync(store.Database, script);
        var objects = await store.Database.ObjectsAsync();
        await store.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'by script')""");
        Assert.Contains("by script", await SyncedTextAsync(store, other), StringComparison.Ordinal);
        (await store.RunAsync("provision")).Require(0);
        Assert.Empty(objects.Except(await store.Database.ObjectsAsync()));

        await store.Database.ExecuteAsync("""DELETE FROM "Entry" """);
        (await store.RunAsync("deprovision", "--script", script)).Require(0);
        await DatabaseClient.RunAsync(store.Database, script);
        Assert.DoesNotContain(await store.Database.ObjectsAsync(), name => name.Contains("Entry_log", StringComparison.OrdinalIgnoreCase));
    }

    [SpecificationFact]
    public async Task A_leaf_with_rows_is_scripted_such_that_they_go_up()
    {
        using var folder = new TemporaryFolder();
        await using var store = await ToolStore.CreateAsync(kind);
        await using var hub = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        (await store.RunAsync("provision")).Require(0);
        await store.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'before')""");
        (await store.RunAsync("deprovision")).Require(0);
        var script = folder.File("leaf.sql");
        (await store.RunAsync("provision", "--role", "leaf", "--script", script)).Require(0);

        await DatabaseClient.RunAsync(store.Database, script);

        Assert.Contains("before", await SyncedTextAsync(store, hub), StringComparison.Ordinal);
    }

    [SpecificationFact]
    public async Task A_script_notes_in_whose_part_the_rows_lie()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await ToolStore.CreateAsync(kind, "chore");
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite, "chore");
        (await hub.RunAsync("provision")).Require(0);
        await hub.Database.ExecuteAsync("""INSERT INTO "Chore" ("Id", "Owner", "Text") VALUES (1, 'ann', 'a'), (2, 'bob', 'b')""");
        (await hub.RunAsync("deprovision")).Require(0);
        (await hub.RunAsync("provision", "--script", folder.File("chore.sql"))).Require(0);

        await DatabaseClient.RunAsync(hub.Database, folder.File("chore.sql"));
        await DatabaseClient.RunAsync(hub.Database, folder.File("chore.sql"));

        (await leaf.RunWithAsync("sync", hub, "--leaf", "--parameter", "owner=bob")).Require(0);
        Assert.Equal(["2"], await leaf.Database.RowsAsync("""SELECT "Id" FROM "Chore" """));
    }

    private static async Task<string> SyncedTextAsync(ToolStore store, ToolStore other)
    {
        (await store.RunWithAsync("sync", other)).Require(0);
        return await other.Database.ScalarAsync("""SELECT "Text" FROM "Entry" """);
    }
}
