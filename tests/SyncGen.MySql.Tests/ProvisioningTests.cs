using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Providers.Specification.Models.Todos;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Testing;

namespace SyncGen.MySql.Tests;

/// <summary>What the server does otherwise than others: schemas that change at once, and cascades that no trigger of the child's hears of.</summary>
[Requires(Requirement.MariaDb)]
public sealed class ProvisioningTests
{
    [SpecificationFact]
    public async Task Provisioning_that_broke_off_is_done_again()
    {
        await using var pair = await StorePair.CreateAsync(LatestScope.Stores, DatabaseKind.Sqlite, SyncRole.Peer, DatabaseKind.MySql);
        // As a process leaves it that ends before the state has its row.
        await pair.Hub.ExecuteAsync("DELETE FROM syncgen_latest_state");
        await pair.Hub.ExecuteAsync("DROP TABLE syncgen_latest_replica");
        await pair.Hub.ExecuteAsync("DROP TRIGGER syncgen_latest_Entry_update");

        await pair.HubStore.ProvisionAsync();
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a')""");
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'b' """);
        await pair.SettleAsync();

        await pair.AssertBothAsync("""SELECT "Text" FROM "Entry" """, "b");
    }

    [SpecificationFact]
    public async Task A_state_that_was_lost_is_not_made_up()
    {
        await using var pair = await StorePair.CreateAsync(LatestScope.Stores, DatabaseKind.Sqlite, SyncRole.Peer, DatabaseKind.MySql);
        await pair.Hub.ExecuteAsync("DELETE FROM syncgen_latest_state");

        var lost = await Assert.ThrowsAsync<SyncException>(() => pair.SyncAsync());

        Assert.Equal(SyncErrorCode.MalformedData, lost.Code);
    }

    [SpecificationFact]
    public async Task Children_that_go_with_a_parent_of_another_table_travel()
    {
        await using var pair = await StorePair.CreateAsync(TodoScope.Stores, DatabaseKind.Sqlite, SyncRole.Peer, DatabaseKind.MySql, async hub =>
        {
            await hub.ExecuteAsync($"""CREATE TABLE "TodoList" ("Id" {hub.GuidType} NOT NULL PRIMARY KEY, "Name" varchar(100) NOT NULL)""");
            await hub.ExecuteAsync($"""CREATE TABLE "TodoItem" ("Id" {hub.GuidType} NOT NULL PRIMARY KEY, "ListId" {hub.GuidType} NOT NULL REFERENCES "TodoList" ("Id") ON DELETE CASCADE, "Title" varchar(100) NOT NULL, "Done" tinyint NOT NULL, "Cost" decimal(20,4))""");
        });
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        await pair.Hub.ExecuteAsync("""INSERT INTO "TodoList" VALUES (@one, 'one'), (@two, 'two')""", ("@one", one), ("@two", two));
        foreach (var (list, title) in new[] { (one, "goes"), (one, "goes too"), (two, "stays") })
        {
            await pair.Hub.ExecuteAsync("""INSERT INTO "TodoItem" VALUES (@id, @list, @title, 0, NULL)""", ("@id", Guid.NewGuid()), ("@list", list), ("@title", title));
        }

        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""DELETE FROM "TodoList" WHERE "Id" = @one""", ("@one", one));
        await pair.SettleAsync();

        await pair.AssertBothAsync("""SELECT "Title" FROM "TodoItem" """, "stays");
    }

    [SpecificationFact]
    public async Task Children_that_went_before_anybody_looked_travel_too()
    {
        await using var pair = await StorePair.CreateAsync(TodoScope.Stores, DatabaseKind.Sqlite, SyncRole.Peer, DatabaseKind.MySql);
        var list = pair.Hub.ValueOf(Guid.NewGuid());
        await pair.Hub.ExecuteAsync("""INSERT INTO "TodoList" ("Id", "Name") VALUES (@list, 'goes')""", ("@list", list));
        await pair.Hub.ExecuteAsync("""INSERT INTO "TodoItem" ("Id", "ListId", "Title", "Done") VALUES (@id, @list, 'goes too', 0)""", ("@id", pair.Hub.ValueOf(Guid.NewGuid())), ("@list", list));
        await pair.SettleAsync();

        // The application makes a foreign key do more than it did.
        await DropForeignKeysAsync(pair.Hub, "TodoItem");
        await pair.Hub.ExecuteAsync("""ALTER TABLE "TodoItem" ADD FOREIGN KEY ("ListId") REFERENCES "TodoList" ("Id") ON DELETE CASCADE""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "TodoList" """);
        await pair.HubStore.ProvisionAsync();
        await pair.SettleAsync();

        await pair.AssertBothAsync("""SELECT count(*) FROM "TodoItem" """, "0");
    }

    private static async Task DropForeignKeysAsync(StoreDatabase database, string table)
    {
        foreach (var key in await database.RowsAsync(
            $"SELECT constraint_name FROM information_schema.table_constraints WHERE constraint_schema = database() AND table_name = '{table}' AND constraint_type = 'FOREIGN KEY'"))
        {
            await database.ExecuteAsync($"""ALTER TABLE "{table}" DROP FOREIGN KEY "{key}" """);
        }
    }
}
