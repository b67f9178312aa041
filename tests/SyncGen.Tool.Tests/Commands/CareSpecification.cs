using System.Text.Json.Nodes;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Values;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests.Commands;

/// <summary>What looks after a store: status, verify, cleanup, reset-identity, doctor.</summary>
public abstract class CareSpecification(DatabaseKind kind)
{
    [SpecificationFact]
    public async Task Status_shows_what_a_store_holds()
    {
        await using var store = await ToolStore.CreateAsync(kind);
        (await store.RunAsync("provision")).Require(0);
        await store.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a'), (2, 'b')""");

        var status = (await store.RunAsync("status", "--json")).Require(0).Json;

        Assert.True((bool?)status["provisioned"]);
        Assert.Equal("peer", (string?)status["role"]);
        var table = Assert.Single(status["tables"]!.AsArray())!;
        Assert.Equal(("Entry", 2, 2), ((string?)table["table"], (int?)table["rows"], (int?)table["logged"]));
    }

    [SpecificationFact]
    public async Task Stores_with_the_same_rows_are_found_equal_whatever_keeps_them()
    {
        await using var store = await ToolStore.CreateAsync(kind, "mixed");
        await using var other = await ToolStore.CreateAsync(DatabaseKind.Sqlite, "mixed");
        (await other.RunAsync("provision")).Require(0);
        await MixedRows.InsertAsync(other.Database, MixedRows.EverywhereAtTheEdges);
        (await store.RunWithAsync("sync", other)).Require(0);

        var result = (await store.RunWithAsync("verify", other, "--json")).Require(0).Json;

        Assert.True((bool?)result["equal"]);
        Assert.True((int?)result["tables"]![0]!["rowsFrom"] > 0);
        Assert.Equal((int?)result["tables"]![0]!["rowsFrom"], (int?)result["tables"]![0]!["rowsTo"]);
    }

    [SpecificationFact]
    public async Task Rows_that_differ_are_named()
    {
        await using var store = await ToolStore.CreateAsync(kind);
        await using var other = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        (await store.RunAsync("provision")).Require(0);
        await store.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a'), (2, 'b'), (3, 'c')""");
        (await store.RunWithAsync("sync", other)).Require(0);
        await store.Database.ExecuteAsync("""DELETE FROM "Entry" WHERE "Id" = 1""");
        await other.Database.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'changed', "Code" = 'x' WHERE "Id" = 2""");
        await store.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (4, 'd')""");

        var result = (await store.RunWithAsync("verify", other, "--json")).Require(3).Json;

        Assert.Equal(3, (int?)result["differences"]);
        var rows = result["tables"]![0]!["rows"]!.AsArray().ToDictionary(row => (int)row!["key"]!["Id"]!, row => row!);
        Assert.Equal("onlyTo", (string?)rows[1]["kind"]);
        Assert.Equal("values", (string?)rows[2]["kind"]);
        Assert.Equal(["Code", "Text"], rows[2]["columns"]!.AsArray().Select(column => (string?)column).Order());
        Assert.Equal("onlyFrom", (string?)rows[4]["kind"]);
        Assert.Single((await store.RunWithAsync("verify", other, "--most", "1", "--json")).Require(3).Json["tables"]![0]!["rows"]!.AsArray());
    }

    [SpecificationFact]
    public async Task Cleanup_forgets_deletions()
    {
        await using var store = await ToolStore.CreateAsync(kind);
        await using var leaf = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        (await store.RunAsync("provision")).Require(0);
        await store.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a'), (2, 'b')""");
        (await leaf.RunWithAsync("sync", store, "--leaf")).Require(0);
        await store.Database.ExecuteAsync("""DELETE FROM "Entry" WHERE "Id" = 1""");
        (await leaf.RunWithAsync("sync", store)).Require(0);

        Assert.Equal(0, (int?)(await store.RunAsync("cleanup", "--older-than", "1d", "--json")).Require(0).Json["removed"]);
        Assert.Equal(1, (int?)(await store.RunAsync("cleanup", "--older-than", "0s", "--json")).Require(0).Json["removed"]);
    }

    [SpecificationFact]
    public async Task A_store_gets_a_new_identity_and_goes_on()
    {
        await using var store = await ToolStore.CreateAsync(kind);
        await using var other = await ToolStore.CreateAsync(DatabaseKind.Sqlite);
        (await store.RunAsync("provision")).Require(0);
        var former = (string?)(await store.RunAsync("status", "--json")).Require(0).Json["identity"];
        await store.Database.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a')""");

        var reset = (await store.RunAsync("reset-identity", "--json")).Require(0).Json;

        Assert.Equal(former, (string?)reset["former"]);
        Assert.NotEqual(former, (string?)reset["identity"]);
        Assert.Equal((string?)reset["identity"], (string?)(await store.RunAsync("status", "--json")).Require(0).Json["identity"]);
        (await store.RunWithAsync("sync", other)).Require(0);
        Assert.Equal("a", await other.Database.ScalarAsync("""SELECT "Text" FROM "Entry" """));
    }

    [SpecificationFact]
    public async Task A_doctor_finds_a_store_well_or_says_what_it_lacks()
    {
        await using var store = await ToolStore.CreateAsync(kind);
        await store.Database.ExecuteAsync("""CREATE TABLE "Other" ("Id" int NOT NULL)""");
        var before = await store.Database.ObjectsAsync();
        Assert.Equal("warning", await StateAsync(store, "provisioning", 3));
        Assert.Equal(before, await store.Database.ObjectsAsync());
        (await store.RunAsync("provision")).Require(0);
        Assert.Equal("ok", await StateAsync(store, "rights", 0));

        await store.Database.ExecuteAsync(kind == DatabaseKind.PostgreSql
            ? """DROP TRIGGER "syncgen_latest_Entry_update" ON "Entry" """
            : """DROP TRIGGER "syncgen_latest_Entry_update" """);

        Assert.Equal("failed", await StateAsync(store, "provisioning", 3));
        (await store.RunAsync("status")).Require(1);
        (await store.RunAsync("provision")).Require(0);
        Assert.Equal("ok", await StateAsync(store, "provisioning", 0));
    }

    [SpecificationFact]
    public async Task The_other_role_is_refused_with_a_remedy()
    {
        await using var store = await ToolStore.CreateAsync(kind);
        (await store.RunAsync("provision", "--role", "leaf")).Require(0);

        var refused = (await store.RunAsync("status", "--role", "peer", "--json")).Require(1);

        Assert.Equal("RoleMismatch", (string?)refused.Json["error"]!["code"]);
        Assert.Contains("--role", (string?)refused.Json["error"]!["message"], StringComparison.Ordinal);
    }

    private static async Task<string?> StateAsync(ToolStore store, string check, int exitCode)
    {
        var checks = (await store.RunAsync("doctor", "--json")).Require(exitCode).Json["checks"]!.AsArray();
        return (string?)checks.OfType<JsonObject>().Single(one => (string?)one["name"] == check)["state"];
    }
}
