using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Keys;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Providers.Specification.Models.Todos;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>Whatever statement a program writes with, the change travels; and provisioning leaves nothing behind.</summary>
public abstract class TriggerSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const string Content = """SELECT "Id", "Text" FROM "Entry" ORDER BY "Id" """;

    /// <summary>Statements that change many rows, or none.</summary>
    [SpecificationFact]
    public virtual async Task Statements_of_many_rows_travel()
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite: true, SyncRole.Leaf);
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')""");
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = concat("Text", '!') WHERE "Id" > 2""");
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'none' WHERE "Id" > 20""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "Entry" WHERE "Id" IN (1, 3)""");

        await pair.SettleAsync();

        await pair.AssertBothAsync(Content, "2|b", "4|d!");
    }

    /// <summary>Keys that change, and keys that change places.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Keys_may_change(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a'), (2, 'b')""");
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Id" = 10 WHERE "Id" = 1""");
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Id" = 1 WHERE "Id" = 2""");
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Id" = 2 WHERE "Id" = 10""");
        await pair.Client.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (5, 'c')""");
        await pair.Client.ExecuteAsync("""UPDATE "Entry" SET "Id" = 6 WHERE "Id" = 5""");

        await pair.SettleAsync();

        await pair.AssertBothAsync(Content, "1|b", "2|a", "6|c");
    }

    /// <summary>An upsert is an insert for some rows and an update for others.</summary>
    [SpecificationFact]
    public virtual async Task Upserts_travel()
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite: true, SyncRole.Leaf);
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a')""");
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync($"""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'x'), (2, 'y') {pair.Hub.OrUpdate("Id", "Text")}""");

        await pair.SettleAsync();

        await pair.AssertBothAsync(Content, "1|x", "2|y");
    }

    /// <summary>Children that a foreign key's action deletes, or cuts off, travel as such: in a session, too.</summary>
    [SpecificationTheory]
    [InlineData("CASCADE", true)]
    [InlineData("CASCADE", false)]
    [InlineData("SET NULL", true)]
    [InlineData("SET NULL", false)]
    public virtual async Task What_a_foreign_key_does_travels(string action, bool atHub)
    {
        await using var pair = await StorePair.CreateAsync(LatestScope.Stores, DatabaseKind.Sqlite, SyncRole.Peer, Kind, async database =>
            await database.ExecuteAsync($"""CREATE TABLE "Entry" ("Id" integer NOT NULL PRIMARY KEY, "ParentId" integer REFERENCES "Entry" ("Id") ON DELETE {action}, "Code" varchar(40), "Text" varchar(40) NOT NULL)"""));
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "ParentId", "Text") VALUES (1, NULL, 'parent'), (2, 1, 'child'), (3, 2, 'grandchild'), (4, NULL, 'other')""");
        await pair.SettleAsync();

        var where = atHub ? pair.Hub : pair.Client;
        if (!atHub)
        {
            // The client's table has no action: its program does what the hub's database would.
            await where.ExecuteAsync("""UPDATE "Entry" SET "ParentId" = NULL WHERE "ParentId" = 1""");
        }

        await where.ExecuteAsync("""DELETE FROM "Entry" WHERE "Id" = 1""");
        await pair.SettleAsync();

        string[] expected = action == "CASCADE" && atHub ? ["4|NULL"] : ["2|NULL", "3|2", "4|NULL"];
        await pair.AssertBothAsync("""SELECT "Id", "ParentId" FROM "Entry" ORDER BY 1""", expected);
    }

    /// <summary>Names that must be quoted, and keys of several columns.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Names_and_keys_may_be_anything(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(PlaceScope.Stores, isSqlite, role);
        const string Table = "\"Order \"\"Details\"\"; é\"";
        const string PlaceRows = $"SELECT * FROM {Table} ORDER BY 2";
        await pair.Hub.ExecuteAsync($"INSERT INTO {Table} VALUES ('at', 1, 'x'), ('ch', 2, NULL)");
        await pair.Client.ExecuteAsync($"INSERT INTO {Table} VALUES ('at', 3, 'it''s')");
        await pair.SettleAsync();
        await pair.AssertBothAsync(PlaceRows, "at|1|x", "ch|2|NULL", "at|3|it's");

        await pair.Client.ExecuteAsync($"DELETE FROM {Table} WHERE \"a\"\"b\" = 1");
        await pair.Hub.ExecuteAsync($"UPDATE {Table} SET \"select\" = 'de' WHERE \"a\"\"b\" = 2");
        await pair.SettleAsync();
        await pair.AssertBothAsync(PlaceRows, "de|2|NULL", "at|3|it's");
    }

    /// <summary>Provisioning may be repeated, and deprovisioning takes away what it added, and nothing else.</summary>
    [SpecificationTheory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public virtual async Task Deprovisioning_leaves_nothing(SyncRole role)
    {
        await using var database = await StoreDatabase.CreateAsync(Kind);
        await database.ExecuteAsync($"""CREATE TABLE "TodoList" ("Id" {database.GuidType} NOT NULL PRIMARY KEY, "Name" varchar(100) NOT NULL)""");
        await database.ExecuteAsync("""INSERT INTO "TodoList" VALUES ('3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'mine')""");
        var before = await database.ObjectsAsync();
        await using (var store = database.Open(TodoScope.Stores, role))
        {
            await store.ProvisionAsync();
            await store.ProvisionAsync();
            Assert.True((await database.ObjectsAsync()).Count > before.Count + 5);
            await store.DeprovisionAsync();
            await store.DeprovisionAsync();
        }

        Assert.Equal(before, await database.ObjectsAsync());
        Assert.Equal("mine", await database.ScalarAsync("""SELECT "Name" FROM "TodoList" """));
    }
}
