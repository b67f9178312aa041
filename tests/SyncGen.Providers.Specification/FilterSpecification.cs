using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Filters;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Relational;
using SyncGen.Reports;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>What a client with a filter holds: rows enter its part and leave it, and it changes nobody else's.</summary>
public abstract class FilterSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const string Chores = """SELECT "Id", "Owner", "Text" FROM "Chore" ORDER BY "Id" """;

    /// <summary>Clients with a filter: whether they are SQLite files or of the hub's own kind, and their role.</summary>
    public static TheoryData<bool, SyncRole> Parts => new()
    {
        { false, SyncRole.Leaf },
        { false, SyncRole.Peer },
        { true, SyncRole.Leaf },
        { true, SyncRole.Peer },
    };

    /// <summary>A client gets its part, whether rows were there before provisioning or came later, and nothing else.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task A_client_gets_its_part(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        await world.HubStore.DeprovisionAsync();
        await world.HubStore.ProvisionAsync();
        await AddAsync(world.Hub, 1, "ann");
        await AddAsync(world.Hub, 2, "bob");
        var ann = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "ann" });
        var all = await world.AddAsync(KindOf(isSqlite), role, null);

        await ann.SettleAsync();
        await all.SettleAsync();
        await ann.AssertAsync(Chores, "1|ann|old");
        await all.AssertAsync(Chores, "1|ann|old", "2|bob|old");

        await AddAsync(world.Hub, 3, "ann");
        await AddAsync(world.Hub, 4, "bob");
        await world.Hub.ExecuteAsync("""UPDATE "Chore" SET "Text" = 'new' WHERE "Id" < 3""");
        await ann.SettleAsync();
        await ann.AssertAsync(Chores, "1|ann|new", "3|ann|old");
    }

    /// <summary>A row that enters arrives though it is old; one that leaves is removed, and the client believes it deleted nothing.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task Rows_enter_and_leave(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        var ann = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "ann" });
        var bob = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "bob" });
        await AddAsync(world.Hub, 1, "ann");
        await AddAsync(world.Hub, 2, "ann");
        await ann.SettleAsync();
        await bob.SettleAsync();
        await bob.AssertAsync(Chores);

        await world.Hub.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'bob' WHERE "Id" = 1""");
        var left = await ann.SyncAsync();
        await bob.SettleAsync();

        Assert.Equal(1, left.Download.Total.Evicted);
        await ann.AssertAsync(Chores, "2|ann|old");
        await ann.AssertNothingLoggedAsync("chore", "Chore");
        await bob.AssertAsync(Chores, "1|bob|old");
        await ann.SettleAsync();
        Assert.Equal("2", await world.Hub.ScalarAsync("""SELECT count(*) FROM "Chore" """));

        await world.Hub.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'ann' WHERE "Id" = 1""");
        await ann.SettleAsync();
        await bob.SettleAsync();
        await ann.AssertAsync(Chores, "1|ann|old", "2|ann|old");
        await bob.AssertAsync(Chores);
    }

    /// <summary>Who holds a row hears that it is deleted; nobody else does.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task A_delete_reaches_those_who_held_the_row(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        var ann = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "ann" });
        var bob = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "bob" });
        await AddAsync(world.Hub, 1, "ann");
        await AddAsync(world.Hub, 2, "bob");
        await ann.SettleAsync();
        await bob.SettleAsync();

        await world.Hub.ExecuteAsync("""DELETE FROM "Chore" WHERE "Id" = 1""");
        Assert.Equal(1, (await ann.SyncAsync()).Download.Total.Deleted);
        Assert.Equal(0, (await bob.SyncAsync()).Download.Rows);
        await ann.AssertAsync(Chores);

        // Moved and deleted before anybody looked: who held it last lets go of it.
        await world.Hub.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'ann' WHERE "Id" = 2""");
        await ann.SettleAsync();
        await ann.AssertAsync(Chores, "2|ann|old");
        await world.Hub.ExecuteAsync("""DELETE FROM "Chore" """);
        await ann.SettleAsync();
        await bob.SettleAsync();
        await ann.AssertAsync(Chores);
        await bob.AssertAsync(Chores);
    }

    /// <summary>A client that is opened with other values holds the new part, and what it changed in the old one is not lost.</summary>
    [SpecificationTheory]
    [InlineData(false)]
    [InlineData(true)]
    public virtual async Task Other_values_bring_another_part(bool isSqlite)
    {
        var role = SyncRole.Leaf;
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        await AddAsync(world.Hub, 1, "ann");
        await AddAsync(world.Hub, 2, "bob");
        var ann = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "ann" });
        await ann.SettleAsync();
        await ann.Database.ExecuteAsync("""UPDATE "Chore" SET "Text" = 'mine' WHERE "Id" = 1""");
        await AddAsync(ann.Database, 3, "ann");
        await ann.Store.DisposeAsync();

        var bob = world.Open(ann.Database, role, new ChoreScope.Filter { Owner = "bob" });
        await bob.SettleAsync();
        await bob.AssertAsync(Chores, "2|bob|old");
        Assert.Equal(["1|ann|mine", "2|bob|old", "3|ann|old"], await world.Hub.RowsAsync(Chores));
        await bob.Store.DisposeAsync();

        var all = world.Open(ann.Database, role, null);
        await all.SettleAsync();
        await all.AssertAsync(Chores, "1|ann|mine", "2|bob|old", "3|ann|old");
    }

    /// <summary>A peer keeps its part: with other values it says so.</summary>
    [SpecificationFact]
    public virtual async Task A_peer_keeps_its_part()
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        var ann = await world.AddAsync(Kind, SyncRole.Peer, new ChoreScope.Filter { Owner = "ann" });
        await ann.SettleAsync();
        await ann.Store.DisposeAsync();

        var bob = world.Open(ann.Database, SyncRole.Peer, new ChoreScope.Filter { Owner = "bob" });
        var refusal = await Assert.ThrowsAsync<SyncException>(() => bob.SyncAsync());
        Assert.Equal(SyncErrorCode.TopologyMismatch, refusal.Code);
    }

    /// <summary>A client's rows outside its part are refused one by one, and it takes back what the hub has.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task Rows_outside_the_part_are_refused(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        await AddAsync(world.Hub, 1, "ann");
        await AddAsync(world.Hub, 2, "ann");
        await AddAsync(world.Hub, 3, "bob");
        var ann = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "ann" });
        await ann.SettleAsync();
        await world.Hub.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'bob' WHERE "Id" = 2""");

        // Into another part, one that has left the part, one that never was in it, a new one outside, and two that are right.
        await ann.Database.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'bob' WHERE "Id" = 1""");
        await ann.Database.ExecuteAsync("""UPDATE "Chore" SET "Text" = 'late' WHERE "Id" = 2""");
        await AddAsync(ann.Database, 3, "ann");
        await AddAsync(ann.Database, 4, "bob");
        await AddAsync(ann.Database, 5, "ann");
        await AddAsync(ann.Database, 6, "ann");
        var result = await ann.SyncAsync();

        Assert.Equal(["""{"Id":1}""", """{"Id":2}""", """{"Id":3}""", """{"Id":4}"""],
            result.Notes.Where(note => note.Code == SyncErrorCode.OutsideFilter).Select(note => note.Key).Order());
        await ann.AssertAsync(Chores, "1|ann|old", "5|ann|old", "6|ann|old");
        Assert.Equal(["1|ann|old", "2|bob|old", "3|bob|old", "5|ann|old", "6|ann|old"], await world.Hub.RowsAsync(Chores));
        var lost = await LostAsync(world, ann);
        Assert.Equal(4, lost.Count);
        Assert.Contains(lost, entry => entry.Loser?.Contains("late", StringComparison.Ordinal) == true);
        await ann.SettleAsync();
    }

    /// <summary>Where the scope allows it, a client hands a row on: the other part gets it, and the client is rid of it.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task A_row_is_handed_on(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(HandOnScope.Stores, Kind);
        await AddAsync(world.Hub, 1, "ann");
        var ann = await world.AddAsync(KindOf(isSqlite), role, new HandOnScope.Filter { Owner = "ann" });
        var bob = await world.AddAsync(KindOf(isSqlite), role, new HandOnScope.Filter { Owner = "bob" });
        await ann.SettleAsync();
        await bob.SettleAsync();

        await ann.Database.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'bob', "Text" = 'yours' WHERE "Id" = 1""");
        await AddAsync(ann.Database, 2, "bob");
        var handed = await ann.SyncAsync();
        await bob.SettleAsync();

        // A leaf hears at once that its new row was refused; a peer is told to remove it.
        Assert.Equal(role == SyncRole.Leaf ? 1 : 2, handed.Download.Total.Evicted);
        await ann.AssertAsync(Chores);
        await bob.AssertAsync(Chores, "1|bob|yours");
        // A new row lies in the part all the same.
        Assert.Equal("""{"Id":2}""", Assert.Single(handed.Notes, note => note.Code == SyncErrorCode.OutsideFilter).Key);
    }

    /// <summary>A row that a client's database refused, and that leaves the client's part while it waits, does not come in once there is room for it.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task A_row_that_waits_and_leaves_stays_away(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        var ann = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "ann" });
        await ann.Database.ExecuteAsync("""CREATE UNIQUE INDEX once ON "Chore" ("Text")""");
        await ann.Store.ProvisionAsync();
        await AddAsync(world.Hub, 1, "ann");
        await ann.SettleAsync();
        await AddAsync(world.Hub, 2, "ann");
        Assert.Equal(1, (await ann.SyncAsync()).Download.Total.Quarantined);

        await world.Hub.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'bob' WHERE "Id" = 2""");
        await ann.SettleAsync();
        await ann.Database.ExecuteAsync("""UPDATE "Chore" SET "Text" = 'mine'""");
        await ann.SettleAsync();

        await ann.AssertAsync(Chores, "1|ann|mine");
        await ann.AssertAsync("SELECT count(*) FROM syncgen_chore_quarantine", "0");
    }

    /// <summary>A row that a client cannot remove, and that comes back into its part while the removal waits, stays.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task A_row_that_could_not_leave_and_comes_back_stays(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        var ann = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "ann" });
        await LeaveHeldAsync(world, ann);
        await ann.AssertAsync(Chores, "1|ann|old");

        await world.Hub.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'ann', "Text" = 'new'""");
        await ann.SettleAsync();
        await ann.Database.ExecuteAsync("""DELETE FROM "Holder" """);
        await ann.SettleAsync();

        await ann.AssertAsync(Chores, "1|ann|new");
        await ann.AssertAsync("SELECT count(*) FROM syncgen_chore_quarantine", "0");
    }

    /// <summary>What a client writes to a row whose removal waits is not removed with it: the hub hears of it, and decides.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task A_write_to_a_row_that_is_to_leave_goes_up(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        var ann = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "ann" });
        await LeaveHeldAsync(world, ann);

        await ann.Database.ExecuteAsync("""UPDATE "Chore" SET "Text" = 'mine'""");
        await ann.Database.ExecuteAsync("""DELETE FROM "Holder" """);
        for (var i = 0; i < 4; i++)
        {
            await ann.SyncAsync();
        }

        // It lies in another part: the hub refuses it, and the client is rid of the row, but not without a trace.
        await ann.AssertAsync(Chores);
        Assert.Equal(["1|bob|old"], await world.Hub.RowsAsync(Chores));
        var lost = await LostAsync(world, ann);
        Assert.Contains(lost, entry => entry.Loser?.Contains("mine", StringComparison.Ordinal) == true);
    }

    /// <summary>The same where the row cannot go at once: what was refused leaves its trace when it does.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task A_refused_write_that_stays_for_a_while_leaves_a_trace(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        var ann = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "ann" });
        await LeaveHeldAsync(world, ann);
        await ann.Database.ExecuteAsync("""UPDATE "Chore" SET "Text" = 'mine'""");
        await ann.SyncAsync();
        await ann.SyncAsync();

        await ann.Database.ExecuteAsync("""DELETE FROM "Holder" """);
        await ann.SyncAsync();
        await ann.SyncAsync();

        await ann.AssertAsync(Chores);
        Assert.Contains(await LostAsync(world, ann), entry => entry.Loser?.Contains("mine", StringComparison.Ordinal) == true);
    }

    /// <summary>What a client wrote under a row that has left its part is refused with the row's other children, and theirs; nothing waits for ever.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task Children_of_what_was_refused_are_refused_too(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(SalesScope.Stores, Kind);
        await world.Hub.ExecuteAsync("""INSERT INTO "Account" ("Id", "Region", "Text") VALUES (1, 'n', 'a')""");
        var north = await world.AddAsync(KindOf(isSqlite), role, new SalesScope.Filter { Region = ["n"], Person = 1 });
        await north.SettleAsync();
        await north.Database.ExecuteAsync("""INSERT INTO "Deal" ("Id", "AccountId", "Seller", "Helper", "Text") VALUES (2, 1, 1, 1, 'd')""");
        await north.Database.ExecuteAsync("""INSERT INTO "Remark" ("Id", "DealId", "Text") VALUES (3, 2, 'r')""");
        await world.Hub.ExecuteAsync("""UPDATE "Account" SET "Region" = 's'""");

        await north.SettleAsync(new SyncOptions { BatchBytesMax = 1 });

        Assert.Equal("", (await SalesRows.ReadAsync(north.Database)).ToString());
        Assert.Equal("account 1 s a", (await SalesRows.ReadAsync(world.Hub)).ToString());
        await north.AssertAsync("SELECT count(*) FROM syncgen_sales_quarantine", "0");
        Assert.Equal("0", await world.Hub.ScalarAsync("SELECT count(*) FROM syncgen_sales_quarantine"));
        var lost = await LostAsync(world, north);
        Assert.Equal(["Deal", "Remark"], lost.Select(entry => entry.Table).Order());
    }

    /// <summary>A client's row that the hub's database refuses is held against the client's part when the database would take it.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Parts))]
    public virtual async Task A_row_that_waited_is_held_against_the_part(bool isSqlite, SyncRole role)
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        await world.Hub.ExecuteAsync("""CREATE UNIQUE INDEX once ON "Chore" ("Text")""");
        await world.HubStore.ProvisionAsync();
        await AddAsync(world.Hub, 1, "ann");
        var ann = await world.AddAsync(KindOf(isSqlite), role, new ChoreScope.Filter { Owner = "ann" });
        await ann.SettleAsync();
        await AddAsync(ann.Database, 2, "bob");
        await AddAsync(ann.Database, 3, "ann");
        Assert.Equal(2, (await ann.SyncAsync()).Upload.Total.Quarantined);

        await world.Hub.ExecuteAsync("""DELETE FROM "Chore" """);
        await ann.SettleAsync();

        Assert.Equal(["3|ann|old"], await world.Hub.RowsAsync(Chores));
        await ann.AssertAsync(Chores, "3|ann|old");
        Assert.Equal("0", await world.Hub.ScalarAsync("SELECT count(*) FROM syncgen_chore_quarantine"));
    }

    /// <summary>A client gets a row of its part, which leaves the part while another row at the client refers to it: it cannot be removed.</summary>
    private static async Task LeaveHeldAsync(FilterWorld world, FilterClient client)
    {
        await client.Database.ExecuteAsync("""CREATE TABLE "Holder" ("ChoreId" integer NOT NULL, FOREIGN KEY ("ChoreId") REFERENCES "Chore" ("Id"))""");
        await AddAsync(world.Hub, 1, "ann");
        await client.SettleAsync();
        await client.Database.ExecuteAsync("""INSERT INTO "Holder" ("ChoreId") VALUES (1)""");
        await world.Hub.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'bob'""");
        await client.SyncAsync();
    }

    /// <summary>What lost at a client and at its hub.</summary>
    private static async Task<List<LoggedConflict>> LostAsync(FilterWorld world, FilterClient client) =>
        [.. await ((RelationalProvider)client.Store).ReadConflictsAsync(), .. await ((RelationalProvider)world.HubStore).ReadConflictsAsync()];

    private DatabaseKind KindOf(bool isSqlite) => isSqlite ? DatabaseKind.Sqlite : Kind;

    private static Task<int> AddAsync(StoreDatabase database, int id, string owner) => database.ExecuteAsync(
        """INSERT INTO "Chore" ("Id", "Owner", "Text") VALUES (@id, @owner, 'old')""", ("@id", id), ("@owner", owner));
}
