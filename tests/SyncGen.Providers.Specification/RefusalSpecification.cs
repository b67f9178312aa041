using SyncGen.Model;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Cycles;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Providers.Specification.Models.Todos;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Relational;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>Rows that the hub's database refuses wait in quarantine, hold up nobody, and go in when they can.</summary>
public abstract class RefusalSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const string Content = """SELECT "Id", "Code", "Text" FROM "Entry" ORDER BY "Id" """;

    /// <summary>A row that a unique index refuses waits, and the others of its batch are stored; when the index lets it, it goes in.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task A_unique_value_that_is_taken_waits(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.Hub.ExecuteAsync("""CREATE UNIQUE INDEX once ON "Entry" ("Code")""");
        await pair.HubStore.ProvisionAsync();
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Code", "Text") VALUES (1, 'a', 'hub')""");
        await pair.Client.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Code", "Text") VALUES (2, 'a', 'client'), (3, 'b', 'other')""");

        await pair.SyncAsync();
        Assert.Equal(["1|a|hub", "3|b|other"], await pair.Hub.RowsAsync(Content));
        var waiting = Assert.Single(await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync());
        Assert.Equal(SyncErrorCode.ConstraintViolated, waiting.Code);

        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Code" = 'c' WHERE "Id" = 1""");
        await pair.SettleAsync();
        await pair.AssertBothAsync(Content, "1|c|hub", "2|a|client", "3|b|other");
        Assert.Empty(await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync());
    }

    /// <summary>Rows that exchange their unique values arrive so, however the database checks.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Unique_values_may_change_places(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.ExecuteAsync("""CREATE UNIQUE INDEX once ON "Entry" ("Code")""");
        await pair.ClientStore.ProvisionAsync();
        await pair.HubStore.ProvisionAsync();
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Code", "Text") VALUES (1, 'a', 'x'), (2, 'b', 'y')""");
        await pair.SettleAsync();
        foreach (var (id, code) in new[] { (1, "?"), (2, "a"), (1, "b") })
        {
            await pair.Client.ExecuteAsync("""UPDATE "Entry" SET "Code" = @code WHERE "Id" = @id""", ("@id", id), ("@code", code));
        }

        await pair.SettleAsync();

        await pair.AssertBothAsync(Content, "1|b|x", "2|a|y");
    }

    /// <summary>What a check refuses waits; the row's next state goes in.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task A_row_that_a_check_refuses_waits(bool isSqlite, SyncRole role)
    {
        await using var pair = await StorePair.CreateAsync(LatestScope.Stores, isSqlite ? DatabaseKind.Sqlite : Kind, role, Kind, async hub =>
            await hub.ExecuteAsync("""CREATE TABLE "Entry" ("Id" integer NOT NULL PRIMARY KEY, "ParentId" integer REFERENCES "Entry" ("Id"), "Code" varchar(10), "Text" varchar(100) NOT NULL CHECK ("Text" <> 'bad'))"""));
        await pair.Client.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'bad'), (2, 'good')""");

        await pair.SyncAsync();
        Assert.Equal(["2|NULL|good"], await pair.Hub.RowsAsync(Content));
        Assert.Single(await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync());

        await pair.Client.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'better' WHERE "Id" = 1""");
        await pair.SettleAsync();
        await pair.AssertBothAsync(Content, "1|NULL|better", "2|NULL|good");
        Assert.Empty(await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync());
    }

    /// <summary>A child whose parent the hub lacks waits until the parent comes.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task A_child_without_its_parent_waits(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(TodoScope.Stores, isSqlite, role);
        await pair.Hub.ExecuteAsync("""CREATE UNIQUE INDEX once ON "TodoList" ("Name")""");
        await pair.HubStore.ProvisionAsync();
        await pair.Hub.ExecuteAsync("""INSERT INTO "TodoList" VALUES (@id, 'name')""", ("@id", Guid.NewGuid()));
        var list = Guid.NewGuid();
        await pair.Client.ExecuteAsync("""INSERT INTO "TodoList" VALUES (@id, 'name')""", ("@id", list));
        await pair.Client.ExecuteAsync("""INSERT INTO "TodoItem" ("Id", "ListId", "Title", "Done") VALUES (@id, @list, 'item', @done)""",
            ("@id", Guid.NewGuid()), ("@list", list), ("@done", false));

        await pair.SyncAsync();
        Assert.Empty(await pair.Hub.RowsAsync("""SELECT "Title" FROM "TodoItem" """));
        Assert.Equal(2, (await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync()).Count);

        await pair.Hub.ExecuteAsync("""UPDATE "TodoList" SET "Name" = 'other' """);
        await pair.SettleAsync();
        await pair.AssertBothAsync("""SELECT "Title" FROM "TodoItem" """, "item");
        await pair.AssertBothAsync("""SELECT "Name" FROM "TodoList" ORDER BY 1""", "name", "other");
    }

    /// <summary>Rows of two tables that refer to each other arrive whole; one whose partner the hub lacks waits.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Tables_that_refer_to_each_other_travel(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(CycleScope.Stores, isSqlite, role);
        await using (var connection = await pair.Client.ConnectAsync())
        {
            await connection.ExecuteAsync("""INSERT INTO "Firm" VALUES (1, NULL)""");
            await connection.ExecuteAsync("""INSERT INTO "Worker" VALUES (1, 1), (2, 1)""");
            await connection.ExecuteAsync("""UPDATE "Firm" SET "HeadId" = 2""");
        }

        await pair.SettleAsync(new SyncOptions { BatchBytesMax = 1_000_000 });
        await pair.AssertBothAsync("""SELECT "Id", "HeadId" FROM "Firm" """, "1|2");
        await pair.AssertBothAsync("""SELECT "Id", "FirmId" FROM "Worker" ORDER BY 1""", "1|1", "2|1");

        await pair.Hub.ExecuteAsync("""UPDATE "Firm" SET "HeadId" = NULL""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "Worker" """);
        await pair.Hub.ExecuteAsync("""DELETE FROM "Firm" """);
        await pair.SettleAsync();
        await pair.AssertBothAsync("""SELECT "Id" FROM "Worker" """);
        await pair.AssertBothAsync("""SELECT "Id" FROM "Firm" """);
    }

    /// <summary>Rows that refer to each other, and to themselves, arrive whole.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Rows_that_refer_to_their_own_table_travel(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.Client.ExecuteAsync("""INSERT INTO "Entry" ("Id", "ParentId", "Text") VALUES (9, NULL, 'root'), (5, 9, 'child'), (1, 5, 'grandchild'), (7, 7, 'itself')""");

        await pair.SettleAsync();
        await pair.AssertBothAsync("""SELECT "Id", "ParentId" FROM "Entry" ORDER BY 1""", "1|5", "5|9", "7|7", "9|NULL");

        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "ParentId" = NULL""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "Entry" WHERE "Id" IN (9, 5)""");
        await pair.SettleAsync();
        await pair.AssertBothAsync("""SELECT "Id", "ParentId" FROM "Entry" ORDER BY 1""", "1|NULL", "7|NULL");
    }

    /// <summary>
    /// Of a client that cannot keep an edit until the hub has decided, the hub rejects what its database or its application refuses, and
    /// holds nothing; what it took before, it takes as a repetition; and two uploads that were given the same ticks do not both pass.
    /// </summary>
    [SpecificationFact]
    public virtual async Task Edits_that_are_final_are_taken_or_rejected()
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite: true, SyncRole.Leaf);
        await pair.Hub.ExecuteAsync("""CREATE UNIQUE INDEX once ON "Entry" ("Code")""");
        await pair.HubStore.ProvisionAsync();
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Code", "Text") VALUES (1, 'a', 'hub')""");
        await using var session = (PeerSession)await pair.HubStore.OpenSessionAsync(new SessionSettings { Side = SyncSide.Server }, default);
        var leaf = new LeafState(SyncEnvironment.Default.NewReplicaId(), default, 0, 0, 0, LatestScope.Definition.Fingerprint);
        RowEdit<Entry>[] edits =
        [
            Edit(1, new Entry { Id = 2, Code = "a", Text = "taken code" }),
            Edit(2, new Entry { Id = 3, Code = "b", Text = "against a rule" }) with { Rejection = "No b here." },
            Edit(3, new Entry { Id = 4, Code = "c", Text = "good" }),
            Edit(4, new Entry { Id = 5, ParentId = 99, Text = "no parent" }),
        ];

        Assert.Equal(0, (await session.WelcomeAsync(leaf, default)).Taken);
        var first = await session.AcceptAsync(leaf, Batch(follows: 0, edits), default);
        Assert.Equal(
            [(1, EditOutcome.Removed, SyncErrorCode.ConstraintViolated), (2, EditOutcome.Removed, SyncErrorCode.Rejected), (3, EditOutcome.Accepted, SyncErrorCode.None), (4, EditOutcome.Removed, SyncErrorCode.ForeignKeyViolated)],
            Outcomes(first));
        Assert.Contains(first.Result.Notes, note => note.Message == "No b here.");

        var met = await Assert.ThrowsAsync<SyncException>(async () => await session.AcceptAsync(leaf, Batch(follows: 0, Edit(1, new Entry { Id = 6 })), default));
        Assert.Equal((SyncErrorCode.StoreContended, true), (met.Code, met.IsTransient));
        Assert.Equal(4, (await session.WelcomeAsync(leaf, default)).Taken);
        // Whoever did not hear why is told again.
        var repeated = await session.AcceptAsync(leaf, Batch(follows: 4, edits[1]), default);
        Assert.Equal([(2, EditOutcome.Removed, SyncErrorCode.Rejected)], Outcomes(repeated));
        Assert.Equal("No b here.", Assert.Single(repeated.Result.Notes).Message);
        var second = await session.AcceptAsync(leaf, Batch(follows: 4, edits[2], Edit(5, new Entry { Id = 3, Code = "d", Text = "better" })), default);
        Assert.Equal([(3, EditOutcome.Accepted, SyncErrorCode.None), (5, EditOutcome.Accepted, SyncErrorCode.None)], Outcomes(second));

        Assert.Equal(["1|a|hub", "3|d|better", "4|c|good"], await pair.Hub.RowsAsync(Content));
        await session.DisposeAsync();
        Assert.Empty(await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync());
    }

    private static RowEdit<Entry> Edit(long tick, Entry row) => new(row, IsDeleted: false, tick, Time: 1_000_000 + tick, Anchor: 0);

    private static EditBatch Batch(long follows, params RowEdit<Entry>[] edits)
    {
        var table = new TableEdits<Entry>(LatestScope.Definition.Tables.OfType<SyncTable<Entry>>().Single());
        table.Edits.AddRange(edits);
        return new EditBatch([table], edits.Max(edit => edit.Tick), 0) { Follows = follows, IsFinal = true };
    }

    private static IEnumerable<(long, EditOutcome, SyncErrorCode)> Outcomes(UploadAnswer answer) =>
        answer.Tables.Cast<TableAnswers<Entry>>().SelectMany(table => table.Answers).OrderBy(one => one.Edit).Select(one => (one.Edit, one.Outcome, one.Rejection));
}
