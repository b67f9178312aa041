using System.Text.Json.Nodes;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;
using Former = SyncGen.Providers.Specification.Former.Shops.ShopScope;

namespace SyncGen.Tool.Tests.Commands;

/// <summary>What <c>migrate</c> does in a database.</summary>
public abstract class MigrateSpecification(DatabaseKind kind)
{
    [SpecificationFact]
    public async Task Steps_are_shown_and_then_taken()
    {
        await using var store = await ToolStore.CreateAsync(kind, "shop");
        await using var other = await ToolStore.CreateAsync(DatabaseKind.Sqlite, "shop");
        foreach (var one in new[] { store, other })
        {
            (await RunFormerAsync(one, "provision")).Require(0);
        }

        await store.Database.ExecuteAsync("""INSERT INTO "Coupon" ("Id", "Code") VALUES (1, 'old')""");
        await store.Database.ExecuteAsync("""INSERT INTO "Client" ("Id", "Name", "Fax") VALUES ('8c5f6d0a-1111-4222-8333-944445555666', 'ann', '')""");
        var drift = (await store.RunAsync("doctor", "--json")).Require(3);
        Assert.Contains("syncgen migrate", drift.Output, StringComparison.Ordinal);

        var refused = (await store.RunAsync("migrate", "--json")).Require(1);
        Assert.Equal("MigrationRefused", (string?)refused.Json["error"]!["code"]);
        var objects = await store.Database.ObjectsAsync();
        var shown = (await store.RunAsync("migrate", "--dry-run", "--drop-removed")).Require(3);
        Assert.Contains("Rename table 'Client' to 'Customer', and what is kept for it.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("Drop column 'Customer.Fax' with its values.", shown.Output, StringComparison.Ordinal);
        Assert.Equal(objects, await store.Database.ObjectsAsync());

        var json = (await store.RunAsync("migrate", "--drop-removed", "--json")).Require(0).Json;
        Assert.Equal(Former.Definition.Fingerprint, (string?)json["from"]);
        Assert.True((bool?)json["changed"]);
        Assert.True((bool?)json["losesData"]);
        Assert.Contains(
            json["steps"]!.AsArray().OfType<JsonObject>(),
            step => (string?)step["kind"] == "renameColumn" && (string?)step["table"] == "Customer" && (string?)step["column"] == "FullName" && (bool?)step["losesData"] == false);
        Assert.Contains("nothing to do", (await store.RunAsync("migrate", "--yes")).Require(0).Output, StringComparison.Ordinal);
        (await store.RunAsync("doctor")).Require(0);

        (await other.RunAsync("migrate", "--drop-removed")).Require(0);
        (await store.RunWithAsync("sync", other)).Require(0);
        Assert.Equal(["ann|0|Plain"], await other.Database.RowsAsync("""SELECT "FullName", "Rating", "Standing" FROM "Customer" """));
    }

    /// <summary>Killed at moments from before its first statement to after its last.</summary>
    [SpecificationTheory]
    [InlineData(300)]
    [InlineData(500)]
    [InlineData(650)]
    [InlineData(800)]
    public async Task What_was_killed_is_gone_on_with(int milliseconds)
    {
        await using var store = await ToolStore.CreateAsync(kind, "shop");
        await using var other = await ToolStore.CreateAsync(DatabaseKind.Sqlite, "shop");
        foreach (var one in new[] { store, other })
        {
            (await RunFormerAsync(one, "provision")).Require(0);
        }

        await AddClientsAsync(store.Database, 200);
        using (var process = ToolRun.Start(Path.GetTempPath(), [],
            "migrate", "--drop-removed", "--assembly", ToolStore.Assembly, "--scope", "shop", "--database", store.Kind, "--connection", store.Database.ConnectionString))
        {
            var ended = ToolRun.EndAsync(process);
            await Task.Delay(milliseconds);
            process.Kill();
            await ended;
        }

        (await store.RunAsync("migrate", "--drop-removed")).Require(0);
        (await other.RunAsync("migrate", "--drop-removed")).Require(0);
        (await store.RunAsync("doctor")).Require(0);
        (await store.RunWithAsync("sync", other)).Require(0);
        (await store.RunWithAsync("verify", other)).Require(0);
        Assert.Equal("200", await other.Database.ScalarAsync("""SELECT count(*) FROM "Customer" """));
    }

    private static async Task AddClientsAsync(StoreDatabase database, int count)
    {
        await using var connection = await database.ConnectAsync();
        for (var i = 0; i < count; i++)
        {
            await connection.ExecuteAsync("""INSERT INTO "Client" ("Id", "Name", "Fax") VALUES (@id, 'c', '')""", ("@id", database.ValueOf(Guid.NewGuid())));
        }
    }

    private static Task<ToolResult> RunFormerAsync(ToolStore store, string command) => ToolRun.RunAsync(
        command, "--assembly", typeof(Former).Assembly.Location, "--scope", "shop", "--database", store.Kind, "--connection", store.Database.ConnectionString);
}
