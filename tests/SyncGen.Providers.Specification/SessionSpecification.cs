using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Keys;
using SyncGen.Providers.Specification.Models.Todos;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>What a session does with a hub of a kind, and clients of the same kind and in SQLite files.</summary>
public abstract class SessionSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const string Items = """SELECT "Title", "Done", "Cost" FROM "TodoItem" ORDER BY "Title" """;

    /// <summary>Inserts, updates and deletes travel both ways.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Rows_travel_both_ways(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(TodoScope.Stores, isSqlite, role);
        await AddAsync(pair.Hub, "from hub", "one");
        await AddAsync(pair.Client, "from client", "two");

        var first = await pair.SettleAsync();
        Assert.False(first.HasConflicts);
        Assert.Equal(2, (await pair.Client.RowsAsync(Items)).Count);
        Assert.Equal(await pair.Client.RowsAsync(Key), await pair.Hub.RowsAsync(Key));

        await pair.Client.ExecuteAsync("""UPDATE "TodoItem" SET "Title" = 'one!' WHERE "Title" = 'one'""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "TodoItem" WHERE "Title" = 'two'""");
        await pair.SettleAsync();
        await pair.AssertBothAsync("""SELECT "Title" FROM "TodoItem" ORDER BY 1""", "one!");

        await pair.Hub.ExecuteAsync("""DELETE FROM "TodoItem" """);
        await pair.Hub.ExecuteAsync("""DELETE FROM "TodoList" """);
        await pair.SettleAsync();
        await pair.AssertBothAsync("""SELECT "Id" FROM "TodoItem" """);
        await pair.AssertBothAsync("""SELECT "Id" FROM "TodoList" """);
    }

    /// <summary>More rows than any store holds at once arrive whole: those of before provisioning, and changed ones, with a key of two columns.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Many_rows_travel(bool isSqlite, SyncRole role)
    {
        const string Places = """SELECT "select", "a""b", "été $1 @x :y" FROM "Order ""Details""; é" ORDER BY 1, 2""";
        await using var pair = await CreateAsync(PlaceScope.Stores, isSqlite, role);
        await using (var connection = await pair.Hub.ConnectAsync())
        {
            for (var first = 0; first < 5_000; first += 500)
            {
                var rows = Enumerable.Range(first, 500).Select(n => $"('{n % 3}', {n}, 'note {n}')");
                await connection.ExecuteAsync($"""INSERT INTO "Order ""Details""; é" ("select", "a""b", "été $1 @x :y") VALUES {string.Join(", ", rows)}""");
            }
        }

        await pair.HubStore.DeprovisionAsync();
        await pair.HubStore.ProvisionAsync();

        await pair.SettleAsync();
        await pair.AssertBothAsync("""SELECT count(*) FROM "Order ""Details""; é" """, "5000");
        Assert.Equal(await pair.Hub.RowsAsync(Places), await pair.Client.RowsAsync(Places));

        await pair.Hub.ExecuteAsync("""UPDATE "Order ""Details""; é" SET "été $1 @x :y" = 'new' WHERE "a""b" % 7 <> 0""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "Order ""Details""; é" WHERE "a""b" % 7 = 0""");
        await pair.SettleAsync();
        await pair.AssertBothAsync("""SELECT count(*) FROM "Order ""Details""; é" """, "4285");
        Assert.Equal(await pair.Hub.RowsAsync(Places), await pair.Client.RowsAsync(Places));
    }

    /// <summary>Rows that were in the hub's table before it was provisioned travel, and rows in the client's go up.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Rows_from_before_provisioning_travel(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(TodoScope.Stores, isSqlite, role);
        await pair.ClientStore.DeprovisionAsync();
        await pair.HubStore.DeprovisionAsync();
        await pair.ClientStore.ProvisionAsync();
        await pair.HubStore.ProvisionAsync();
        await pair.ClientStore.DeprovisionAsync();
        await pair.HubStore.DeprovisionAsync();
        await pair.HubStore.ProvisionAsync();
        await AddAsync(pair.Hub, "hub", "one");
        await pair.HubStore.DeprovisionAsync();
        await pair.ClientStore.ProvisionAsync();
        await AddAsync(pair.Client, "client", "two");
        await pair.ClientStore.DeprovisionAsync();
        await pair.HubStore.ProvisionAsync();
        await pair.ClientStore.ProvisionAsync();

        await pair.SettleAsync();

        await pair.AssertBothAsync("""SELECT "Title" FROM "TodoItem" ORDER BY 1""", "one", "two");
    }

    /// <summary>A session in many small batches ends as one in a single one does.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Small_batches_bring_all_rows(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(TodoScope.Stores, isSqlite, role);
        for (var i = 0; i < 12; i++)
        {
            await AddAsync(pair.Hub, $"hub {i}", $"item {i}");
            await AddAsync(pair.Client, $"client {i}", $"item {i + 50}");
        }

        await pair.SettleAsync(new SyncOptions { BatchBytesMax = 1 });

        Assert.Equal(24, (await pair.Client.RowsAsync(Items)).Count);
        Assert.Equal(await pair.Client.RowsAsync(Key), await pair.Hub.RowsAsync(Key));
    }

    /// <summary>More rows than are fetched at once.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Thousands_of_rows_travel(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(TodoScope.Stores, isSqlite, role);
        await AddAsync(pair.Hub, "list", "item");
        var list = await pair.Hub.ScalarAsync("""SELECT "Id" FROM "TodoList" """);
        await using (var connection = await pair.Hub.ConnectAsync())
        {
            await using var transaction = await connection.BeginAsync();
            for (var i = 0; i < 1_700; i++)
            {
                await connection.ExecuteAsync(
                    """INSERT INTO "TodoItem" ("Id", "ListId", "Title", "Done") VALUES (@id, @list, @title, @done)""",
                    ("@id", Guid.NewGuid()), ("@list", Guid.Parse(list)), ("@title", $"item {i}"), ("@done", false));
            }

            await transaction.CommitAsync();
        }

        await pair.SettleAsync(new SyncOptions { BatchBytesMax = 40_000 });
        Assert.Equal("1701", await pair.Client.ScalarAsync("""SELECT count(*) FROM "TodoItem" """));

        await pair.Client.ExecuteAsync("""UPDATE "TodoItem" SET "Done" = @done""", ("@done", true));
        await pair.SettleAsync(new SyncOptions { BatchBytesMax = 40_000 });
        Assert.Equal(await pair.Client.RowsAsync(Key), await pair.Hub.RowsAsync(Key));
        Assert.Equal(0, await pair.Hub.ExecuteAsync("""DELETE FROM "TodoItem" WHERE "Done" = @done""", ("@done", false)));
    }

    /// <summary>A preview says what would happen, and nothing happens.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task A_preview_writes_nothing(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(TodoScope.Stores, isSqlite, role);
        await AddAsync(pair.Hub, "hub", "one");
        await AddAsync(pair.Client, "client", "two");

        var preview = await SyncOrchestrator.Between(pair.ClientStore, pair.HubStore).PreviewAsync();

        Assert.True(preview.HasChanges);
        Assert.Equal(["one"], await pair.Hub.RowsAsync("""SELECT "Title" FROM "TodoItem" """));
        Assert.Equal(["two"], await pair.Client.RowsAsync("""SELECT "Title" FROM "TodoItem" """));
        await pair.SettleAsync();
        await pair.AssertBothAsync("""SELECT "Title" FROM "TodoItem" ORDER BY 1""", "one", "two");
    }

    /// <summary>Deletions that everybody knows are forgotten, and do not come back.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Forgotten_deletions_stay_deleted(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(TodoScope.Stores, isSqlite, role);
        await AddAsync(pair.Hub, "hub", "one");
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""DELETE FROM "TodoItem" """);
        await pair.SettleAsync();

        var forgotten = await ((SyncGen.Relational.RelationalProvider)pair.HubStore).ForgetAsync(TimeSpan.Zero);

        Assert.Equal(1, forgotten);
        await pair.SettleAsync();
        await pair.AssertBothAsync("""SELECT "Id" FROM "TodoItem" """);
    }

    private const string Key = """SELECT "Title" FROM "TodoItem" ORDER BY "Title" """;

    private static async Task AddAsync(StoreDatabase database, string list, string item)
    {
        var id = Guid.NewGuid();
        await database.ExecuteAsync("""INSERT INTO "TodoList" VALUES (@id, @name)""", ("@id", id), ("@name", list));
        await database.ExecuteAsync(
            """INSERT INTO "TodoItem" ("Id", "ListId", "Title", "Done") VALUES (@id, @list, @title, @done)""",
            ("@id", Guid.NewGuid()), ("@list", id), ("@title", item), ("@done", false));
    }
}
