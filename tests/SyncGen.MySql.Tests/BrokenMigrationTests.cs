using System.Data.Common;
using MySqlConnector;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Relational;
using SyncGen.Relational.Migrations;
using SyncGen.Testing;
using After = SyncGen.Providers.Specification.Models.Shops.ShopScope;
using Before = SyncGen.Providers.Specification.Former.Shops.ShopScope;

namespace SyncGen.MySql.Tests;

/// <summary>Migrations where a schema changes statement by statement: what is written between two of them is not lost.</summary>
[Requires(Requirement.MariaDb)]
public sealed class BrokenMigrationTests
{
    private const int Clients = 300;

    private static readonly ScopeStores s_before = new(Before.Definition, Before.Sqlite, Before.PostgreSql, Before.MySql, Before.SqlServer);

    /// <summary>The triggers are all there again when somebody goes on, so that nothing but the state tells that they were gone.</summary>
    [SpecificationFact]
    public async Task What_is_written_until_somebody_goes_on_travels()
    {
        await using var pair = await StorePair.CreateAsync(s_before, DatabaseKind.Sqlite, SyncRole.Peer, DatabaseKind.MySql);
        await AddAsync(pair.Hub, "one", "two");
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync($"UPDATE syncgen_shop_state SET model = '{After.Definition.Fingerprint} from {Before.Definition.Fingerprint}'");
        var triggers = await pair.Hub.RowsAsync(
            "SELECT concat('CREATE TRIGGER `', trigger_name, '` ', action_timing, ' ', event_manipulation, ' ON `Client` FOR EACH ROW ', action_statement) FROM information_schema.triggers WHERE trigger_schema = database() AND event_object_table = 'Client'");
        await pair.Hub.DropTriggersAsync("Client");
        await AddAsync(pair.Hub, "three");
        await pair.Hub.ExecuteAsync("""DELETE FROM "Order" WHERE "ClientId" IN (SELECT "Id" FROM "Client" WHERE "Name" = 'one')""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "Client" WHERE "Name" = 'one'""");
        await using var administrator = new MySqlConnection(pair.Hub.ConnectionString + ";Pooling=false;Allow User Variables=true");
        await administrator.OpenAsync();
        foreach (var trigger in triggers)
        {
            await administrator.ExecuteAsync(trigger);
        }

        await MigrateAsync(pair);

        await pair.AssertBothAsync("""SELECT "FullName" FROM "Customer" ORDER BY 1""", "three", "two");
    }

    /// <summary>Children that go with their parents while both are migrated: their foreign key's own trigger is changed with all the rest.</summary>
    [SpecificationFact]
    public async Task Children_that_go_with_their_parents_meanwhile_are_gone_everywhere()
    {
        await using var pair = await StorePair.CreateAsync(s_before, DatabaseKind.Sqlite, SyncRole.Peer, DatabaseKind.MySql, async hub =>
        {
            await hub.ExecuteAsync($"""CREATE TABLE "Client" ("Id" {hub.GuidType} NOT NULL PRIMARY KEY, "Name" varchar(100) NOT NULL, "Fax" varchar(100) NOT NULL)""");
            await hub.ExecuteAsync(
                $"""
                CREATE TABLE "Order" ("Id" {hub.GuidType} NOT NULL PRIMARY KEY, "ClientId" {hub.GuidType}, "Amount" int NOT NULL, "Remark" varchar(100),
                  FOREIGN KEY ("ClientId") REFERENCES "Client" ("Id") ON DELETE CASCADE)
                """);
        });
        await AddAsync(pair.Hub, [.. Enumerable.Range(0, Clients).Select(i => $"c{i}")]);
        await pair.SettleAsync();
        using var over = new CancellationTokenSource();
        var writer = Task.Run(() => DeleteAsync(pair.Hub, over.Token));

        await MigrateAsync(pair, () => over.CancelAsync());

        var deleted = await writer;
        Assert.InRange(deleted, 1, Clients);
        await pair.AssertBothAsync("""SELECT count(*) FROM "Customer" """, $"{Clients - deleted}");
        await pair.AssertBothAsync("""SELECT count(*) FROM "Order" """, $"{Clients - deleted}");
    }

    private static async Task AddAsync(StoreDatabase database, params string[] names)
    {
        foreach (var name in names)
        {
            var client = database.ValueOf(Guid.NewGuid());
            await database.ExecuteAsync("""INSERT INTO "Client" ("Id", "Name", "Fax") VALUES (@id, @name, '')""", ("@id", client), ("@name", name));
            await database.ExecuteAsync("""INSERT INTO "Order" ("Id", "ClientId", "Amount") VALUES (@id, @client, 1)""", ("@id", database.ValueOf(Guid.NewGuid())), ("@client", client));
        }
    }

    private static async Task MigrateAsync(StorePair pair, Func<Task>? then = null)
    {
        var options = new MigrationOptions { DropRemoved = true };
        await using var hub = (RelationalProvider)pair.Hub.Open(After.Stores, SyncRole.Peer);
        await using var client = (RelationalProvider)pair.Client.Open(After.Stores, pair.ClientStore.Role);
        await hub.MigrateAsync(options);
        await (then?.Invoke() ?? Task.CompletedTask);
        await client.MigrateAsync(options);
        for (var i = 0; i < 3; i++)
        {
            await SyncOrchestrator.Between(client, hub).SynchronizeAsync();
        }
    }

    // A program of before or of after: the table has one name or the other, and so has its key.
    private static async Task<int> DeleteAsync(StoreDatabase database, CancellationToken over)
    {
        var deleted = 0;
        await using var connection = await database.ConnectAsync();
        for (var form = 0; !over.IsCancellationRequested && deleted < Clients;)
        {
            var statement = form switch
            {
                0 => """DELETE FROM "Client" ORDER BY "Id" LIMIT 1""",
                1 => """DELETE FROM "Customer" ORDER BY "Id" LIMIT 1""",
                _ => """DELETE FROM "Customer" ORDER BY "Number" LIMIT 1""",
            };
            try
            {
                deleted += await connection.ExecuteAsync(statement);
                await Task.Delay(1, CancellationToken.None);
            }
            catch (DbException refused)
            {
                // No trigger is in a program's way for what it names itself.
                Assert.DoesNotMatch("_log|'c\\.", refused.Message);
                form = (form + 1) % 3;
            }
        }

        return deleted;
    }
}
