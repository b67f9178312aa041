using Npgsql;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Providers.Specification.Models.Todos;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Testing;

namespace SyncGen.PostgreSql.Tests;

/// <summary>What PostgreSQL has and other databases do not.</summary>
public sealed class ServerTests
{
    private const string Content = """SELECT "Id", "Text" FROM "Entry" ORDER BY "Id" """;

    [RequiresFact(Requirement.PostgreSql)]
    public async Task Truncating_a_table_deletes_its_rows_everywhere()
    {
        await using var pair = await CreateAsync();
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a'), (2, 'b')""");
        await pair.SettleAsync();

        await pair.Hub.ExecuteAsync("""TRUNCATE "Entry" """);
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (2, 'again')""");
        await pair.SettleAsync();

        await pair.AssertBothAsync(Content, "2|again");
    }

    [RequiresFact(Requirement.PostgreSql)]
    public async Task Rows_that_are_copied_in_travel()
    {
        await using var pair = await CreateAsync();
        await using (var connection = (NpgsqlConnection)await pair.Hub.ConnectAsync())
        await using (var import = await connection.BeginBinaryImportAsync("""COPY "Entry" ("Id", "Text") FROM STDIN (FORMAT binary)"""))
        {
            for (var i = 0; i < 1_200; i++)
            {
                await import.StartRowAsync();
                await import.WriteAsync(i);
                await import.WriteAsync("copied");
            }

            await import.CompleteAsync();
        }

        await pair.SettleAsync();

        Assert.Equal("1200", await pair.Client.ScalarAsync("""SELECT count(*) FROM "Entry" WHERE "Text" = 'copied' """));
    }

    [RequiresFact(Requirement.PostgreSql)]
    public async Task A_session_mutes_nobody_else()
    {
        await using var pair = await CreateAsync();
        await pair.Client.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'client')""");
        await pair.SettleAsync();
        Assert.Equal("0", await pair.Hub.ScalarAsync("""SELECT count(*) FROM "syncgen_latest_Entry_log" """));

        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'hub' """);

        Assert.Equal("1", await pair.Hub.ScalarAsync("""SELECT count(*) FROM "syncgen_latest_Entry_log" """));
    }

    /// <summary>The transaction in which the lock was not to be had has failed: whoever tries again needs a new one.</summary>
    [RequiresTheory(Requirement.PostgreSql)]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task A_session_whose_lock_is_not_to_be_had_at_first_tries_again(SyncRole role)
    {
        await using var pair = await StorePair.CreateAsync(LatestScope.Stores, DatabaseKind.Sqlite, role, DatabaseKind.PostgreSql);
        await using var hub = LatestScope.PostgreSql(pair.Hub.ConnectionString, new PostgreSqlProviderOptions { LockTimeout = TimeSpan.FromMilliseconds(200) });
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a')""");
        await using var other = await pair.Hub.ConnectAsync();
        await using var open = await other.BeginAsync();
        await other.ExecuteAsync("""LOCK TABLE "syncgen_latest_state" IN SHARE UPDATE EXCLUSIVE MODE""");

        var session = SyncOrchestrator.Between(pair.ClientStore, hub).SynchronizeAsync();
        await Task.Delay(500);
        Assert.False(session.IsCompleted);
        await open.RollbackAsync();
        await session;

        await pair.AssertBothAsync(Content, "1|a");
    }

    [RequiresTheory(Requirement.PostgreSql)]
    [InlineData("""ALTER TABLE "Entry" DISABLE TRIGGER ALL""")]
    [InlineData("""DROP TRIGGER "syncgen_latest_Entry_update" ON "Entry" """)]
    public async Task Triggers_that_are_gone_are_found_and_made_good(string damage)
    {
        await using var pair = await CreateAsync();
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a'), (2, 'b')""");
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync(damage);
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'unseen' WHERE "Id" = 1""");

        var error = await Assert.ThrowsAsync<SyncException>(() => pair.SyncAsync());
        Assert.Equal(SyncErrorCode.SchemaMismatch, error.Code);

        await pair.HubStore.ProvisionAsync();
        await pair.SettleAsync();
        await pair.AssertBothAsync(Content, "1|unseen", "2|b");
    }

    [RequiresFact(Requirement.PostgreSql)]
    public async Task A_table_without_a_column_of_the_model_is_named()
    {
        await using var database = await StoreDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await database.ExecuteAsync("""CREATE TABLE "TodoList" ("Id" uuid PRIMARY KEY, name text NOT NULL)""");
        await using var store = database.Open(TodoScope.Stores, SyncRole.Peer);

        var error = await Assert.ThrowsAsync<SyncException>(() => store.ProvisionAsync());

        Assert.Equal(SyncErrorCode.SchemaMismatch, error.Code);
        Assert.Contains("[Column(\"name\")]", error.Message, StringComparison.Ordinal);
        Assert.Equal(["relation TodoList", "relation TodoList_pkey"], await database.ObjectsAsync());
    }

    [RequiresFact(Requirement.PostgreSql)]
    public async Task A_server_that_is_not_there_is_said_so_without_the_password()
    {
        await using var store = TodoScope.PostgreSql("Host=127.0.0.1;Port=1;Database=app;Username=app;Password=secret;Timeout=3");

        var error = await Assert.ThrowsAsync<SyncException>(() => store.ProvisionAsync());

        Assert.Equal(SyncErrorCode.StoreUnavailable, error.Code);
        Assert.True(error.IsTransient);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_that_is_none_is_refused_without_showing_it()
    {
        var error = Assert.Throws<ArgumentException>(() => TodoScope.PostgreSql("Hots=a;Password=secret"));

        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    private static Task<StorePair> CreateAsync() =>
        StorePair.CreateAsync(LatestScope.Stores, DatabaseKind.Sqlite, SyncRole.Leaf, DatabaseKind.PostgreSql);
}
