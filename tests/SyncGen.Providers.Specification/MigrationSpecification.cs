using SyncGen.Providers;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Relational;
using SyncGen.Relational.Migrations;
using SyncGen.Testing;
using After = SyncGen.Providers.Specification.Models.Shops.ShopScope;
using Before = SyncGen.Providers.Specification.Former.Shops.ShopScope;
using Rekeyed = SyncGen.Providers.Specification.Former.Rekeyed.LatestScope;
using Todo = SyncGen.Providers.Specification.Models.Todos.TodoScope;

namespace SyncGen.Providers.Specification;

/// <summary>What becomes of stores when the model changes: nothing that was written before is lost, and nothing that is written after.</summary>
public abstract class MigrationSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const string Customers = """SELECT "Number", "FullName", "Phone", "Rating", "Standing" FROM "Customer" ORDER BY "FullName" """;
    private const string Orders = """SELECT "Id", "CustomerId", "Amount" FROM "Order" ORDER BY "Amount" """;

    private static readonly ScopeStores s_before = new(Before.Definition, Before.Sqlite, Before.PostgreSql, Before.MySql, Before.SqlServer);
    private static readonly ScopeStores s_rekeyed = new(Rekeyed.Definition, Rekeyed.Sqlite, Rekeyed.PostgreSql, Rekeyed.MySql, Rekeyed.SqlServer);
    private static readonly MigrationOptions s_dropping = new() { DropRemoved = true };

    /// <summary>Tables and columns are renamed, come and go; what was written before and had not travelled travels, deletions too; and what is written after.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Nothing_is_lost(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(s_before, isSqlite, role);
        await AddAsync(pair.Hub, "ann", 1);
        await AddAsync(pair.Hub, "bea", 2);
        await AddAsync(pair.Client, "cat", 3);
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""UPDATE "Client" SET "Name" = 'ann!' WHERE "Name" = 'ann'""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "Order" WHERE "Amount" = 2""");
        await pair.Client.ExecuteAsync("""UPDATE "Order" SET "Amount" = 33 WHERE "Amount" = 3""");
        await AddAsync(pair.Client, "dot", 4);

        await using var later = await MigrateAsync(pair, s_dropping);
        await later.HubStore.CheckAsync();
        await later.ClientStore.CheckAsync();
        await later.SettleAsync();
        await AssertSameAsync(pair);
        Assert.Equal(["ann!|NULL|0|Plain", "bea|NULL|0|Plain", "cat|NULL|0|Plain", "dot|NULL|0|Plain"], (await pair.Hub.RowsAsync(Customers)).Select(row => row[37..]));
        await pair.AssertBothAsync("""SELECT "Amount" FROM "Order" ORDER BY 1""", "1", "4", "33");

        await pair.Client.ExecuteAsync("""UPDATE "Customer" SET "Phone" = '1', "Standing" = 'Golden' WHERE "FullName" = 'bea'""");
        await pair.Hub.ExecuteAsync("""UPDATE "Order" SET "Shipped" = '2026-01-02 03:04:05' WHERE "Amount" = 1""");
        await pair.Hub.ExecuteAsync("""INSERT INTO "Label" ("Id", "Text") VALUES (1, 'red')""");
        await pair.Client.ExecuteAsync("""DELETE FROM "Order" WHERE "Amount" = 4""");
        await later.SettleAsync();
        await AssertSameAsync(pair);
        await pair.AssertBothAsync("""SELECT "Text" FROM "Label" """, "red");
        await pair.AssertBothAsync("""SELECT "Amount" FROM "Order" WHERE "Shipped" IS NOT NULL""", "1");
        await pair.AssertBothAsync("""SELECT "Amount" FROM "Order" ORDER BY 1""", "1", "33");
    }

    /// <summary>A plan says what will be done and does nothing; what was done is what it said, and then there is nothing to do.</summary>
    [SpecificationTheory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public virtual async Task A_plan_says_what_is_done(SyncRole role)
    {
        await using var pair = await CreateAsync(s_before, isSqlite: false, role);
        await AddAsync(pair.Client, "ann", 1);
        await pair.SettleAsync();
        await using var store = Open(pair.Client, role);
        var before = await pair.Client.ObjectsAsync();

        var plan = await store.PlanMigrationAsync(s_dropping);
        Assert.Equal(before, await pair.Client.ObjectsAsync());
        Assert.Equal(Before.Definition.Fingerprint, plan.From);
        Assert.Equal(After.Definition.Fingerprint, plan.To);
        Assert.True(plan.LosesData);
        Assert.Equal(
            Enumerable.Order(
            [
                "RenameTable Customer", "RenameColumn Customer.Number", "RenameColumn Customer.FullName", "AddColumn Customer.Phone", "AddColumn Customer.Rating",
                "AddColumn Customer.Standing", "DropColumn Customer.Fax", "RenameColumn Order.CustomerId", "AddColumn Order.Shipped", "DropColumn Order.Remark",
                "CreateTable Label", "TrackTable Label", "DropTable Coupon", "ReplaceTriggers", .. role == SyncRole.Leaf ? ["ReadAgain"] : Array.Empty<string>(),
            ]),
            plan.Steps.Select(step => $"{step.Kind} {step.Table}{(step.Column is null ? "" : "." + step.Column)}".TrimEnd()).Order());

        Assert.Equal(plan.Steps, (await store.MigrateAsync(s_dropping)).Steps);
        Assert.True((await store.PlanMigrationAsync()).IsEmpty);
        Assert.True((await store.MigrateAsync()).IsEmpty);
        await store.DeprovisionAsync();
        Assert.DoesNotContain(await pair.Client.ObjectsAsync(), name => name.Contains("syncgen_", StringComparison.Ordinal));
    }

    /// <summary>What leaves the model stays where it is unless that is allowed; where it would be in the way, that is said, and nothing is changed.</summary>
    [SpecificationFact]
    public virtual async Task Nothing_is_dropped_unasked()
    {
        await using var pair = await CreateAsync(s_before, isSqlite: false, SyncRole.Peer);
        await AddAsync(pair.Hub, "ann", 1);
        await pair.Hub.ExecuteAsync("""UPDATE "Order" SET "Remark" = 'kept'""");
        await pair.Hub.ExecuteAsync("""INSERT INTO "Coupon" ("Id", "Code") VALUES (7, 'kept')""");
        await pair.SettleAsync();
        await using var store = Open(pair.Hub, SyncRole.Peer);

        var refused = await Assert.ThrowsAsync<SyncException>(() => store.MigrateAsync());
        Assert.Equal(SyncErrorCode.MigrationRefused, refused.Code);
        Assert.Contains("'Customer.Fax' is no longer in the model", refused.Message, StringComparison.Ordinal);
        await pair.HubStore.CheckAsync();
        Assert.Equal(["ann"], await pair.Hub.RowsAsync("""SELECT "Name" FROM "Client" """));

        await GiveFaxADefaultAsync(pair.Hub);
        var done = await store.MigrateAsync();
        Assert.False(done.LosesData);
        Assert.Contains(done.Steps, step => step is { Kind: MigrationStepKind.LeaveColumn, Table: "Order", Column: "Remark" });
        Assert.Contains(done.Steps, step => step is { Kind: MigrationStepKind.LeaveTable, Table: "Coupon" });
        Assert.Equal(["kept"], await pair.Hub.RowsAsync("""SELECT "Remark" FROM "Order" """));
        Assert.Equal(["kept"], await pair.Hub.RowsAsync("""SELECT "Code" FROM "Coupon" """));
        await pair.Hub.ExecuteAsync("""UPDATE "Coupon" SET "Code" = 'free'""");
    }

    /// <summary>A program of before cannot open a store that was migrated, nor one of after a store that was not, and both are told what to do.</summary>
    [SpecificationFact]
    public virtual async Task Programs_of_another_model_are_told()
    {
        await using var pair = await CreateAsync(s_before, isSqlite: false, SyncRole.Peer);
        await using var store = Open(pair.Hub, SyncRole.Peer);
        var early = await Assert.ThrowsAsync<SyncException>(() => store.CheckAsync().AsTask());
        Assert.Equal(SyncErrorCode.ModelMismatch, early.Code);
        Assert.Contains("MigrateAsync", early.Message, StringComparison.Ordinal);

        await using var session = await pair.HubStore.OpenSessionAsync(new SessionSettings(), default);
        await store.MigrateAsync(s_dropping);
        var during = await Assert.ThrowsAsync<SyncException>(() => ((PeerSession)session).IdentifyAsync(default).AsTask());
        Assert.Equal(SyncErrorCode.ModelMismatch, during.Code);
        await session.DisposeAsync();
        var late = await Assert.ThrowsAsync<SyncException>(() => pair.HubStore.CheckAsync().AsTask());
        Assert.Equal(SyncErrorCode.ModelMismatch, late.Code);
    }

    /// <summary>What the application has done to its tables itself is taken as it is, and values that its new columns have travel.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task What_the_application_did_is_taken(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(s_before, isSqlite, role);
        await AddAsync(pair.Hub, "ann", 1);
        await AddAsync(pair.Hub, "bea", 2);
        await AddAsync(pair.Client, "cat", 3);
        await pair.SettleAsync();
        foreach (var database in new[] { pair.Hub, pair.Client })
        {
            await database.ExecuteAsync("""ALTER TABLE "Client" ADD "Phone" varchar(20)""");
            await database.ExecuteAsync("""ALTER TABLE "Order" ADD "Amount2" integer""");
        }

        await pair.Hub.ExecuteAsync("""UPDATE "Client" SET "Phone" = '1' WHERE "Name" = 'ann'""");
        await pair.SettleAsync();
        await pair.Client.ExecuteAsync("""UPDATE "Client" SET "Phone" = '3' WHERE "Name" = 'cat'""");
        await using var later = await MigrateAsync(pair, s_dropping);
        await later.SettleAsync();
        await AssertSameAsync(pair);
        await pair.AssertBothAsync("""SELECT "FullName", "Phone" FROM "Customer" WHERE "Phone" IS NOT NULL ORDER BY 1""", "ann|1", "cat|3");
        Assert.Contains("Amount2", (await pair.Hub.ColumnTypesAsync("Order")).Keys);
    }

    /// <summary>Rows are known by their keys: a table with another key is another table.</summary>
    [SpecificationFact]
    public virtual async Task Another_key_is_refused()
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite: false, SyncRole.Peer);
        await using var rekeyed = (RelationalProvider)pair.Hub.Open(s_rekeyed, SyncRole.Peer);
        var refused = await Assert.ThrowsAsync<SyncException>(() => rekeyed.PlanMigrationAsync());
        Assert.Equal(SyncErrorCode.MigrationRefused, refused.Code);
        Assert.Contains("The key of table 'Entry' was (Id) and is (Code)", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A store that is not provisioned is provisioned.</summary>
    [SpecificationFact]
    public virtual async Task A_new_store_is_provisioned()
    {
        await using var database = await StoreDatabase.CreateAsync(Kind);
        await using var store = (RelationalProvider)database.Open(Todo.Stores, SyncRole.Leaf);
        if (Kind != DatabaseKind.Sqlite)
        {
            Assert.Null((await store.PlanMigrationAsync()).From);
        }

        var plan = await store.MigrateAsync();
        Assert.Equal(4, plan.Steps.Count);
        Assert.True(await store.CheckAsync());
        Assert.True((await store.MigrateAsync()).IsEmpty);
    }

    /// <summary>A leaf's edits of a table that goes are not thrown away.</summary>
    [SpecificationFact]
    public virtual async Task Edits_of_a_table_that_goes_are_kept()
    {
        await using var pair = await CreateAsync(s_before, isSqlite: false, SyncRole.Leaf);
        await pair.Client.ExecuteAsync("""INSERT INTO "Coupon" ("Id", "Code") VALUES (7, 'new')""");
        await GiveFaxADefaultAsync(pair.Client);
        await using var store = Open(pair.Client, SyncRole.Leaf);
        var refused = await Assert.ThrowsAsync<SyncException>(() => store.MigrateAsync());
        Assert.Contains("Table 'Coupon' is no longer in the model", refused.Message, StringComparison.Ordinal);

        await pair.SettleAsync();
        await store.MigrateAsync();
        Assert.Equal(["new"], await pair.Client.RowsAsync("""SELECT "Code" FROM "Coupon" """));
    }

    private static RelationalProvider Open(StoreDatabase database, SyncRole role) => (RelationalProvider)database.Open(After.Stores, role);

    private static async Task<MigratedPair> MigrateAsync(StorePair pair, MigrationOptions options)
    {
        var later = new MigratedPair(Open(pair.Client, pair.ClientStore.Role), Open(pair.Hub, SyncRole.Peer));
        await later.HubStore.MigrateAsync(options);
        await later.ClientStore.MigrateAsync(options);
        return later;
    }

    /// <summary>A column goes, with an index over it and a foreign key that it is part of; where the database cannot drop such a column, nothing is changed and the message says why.</summary>
    [SpecificationFact]
    public virtual async Task A_column_goes_with_its_index_and_its_foreign_key()
    {
        await using var pair = await CreateWithIndexAsync(""", FOREIGN KEY ("Remark") REFERENCES "Coupon" ("Code")""");
        await using var store = (RelationalProvider)pair.Hub.Open(After.Stores, SyncRole.Peer);
        var objects = await pair.Hub.ObjectsAsync();

        if (Kind == DatabaseKind.Sqlite)
        {
            var refused = await Assert.ThrowsAsync<SyncException>(() => store.MigrateAsync(s_dropping));
            Assert.Equal(SyncErrorCode.MigrationRefused, refused.Code);
            Assert.Contains("Order.Remark", refused.Message, StringComparison.Ordinal);
            Assert.Equal(objects, await pair.Hub.ObjectsAsync());
            return;
        }

        await store.MigrateAsync(s_dropping);

        Assert.DoesNotContain("Remark", (await pair.Hub.ColumnTypesAsync("Order")).Keys);
        Assert.Equal("7", await pair.Hub.ScalarAsync("""SELECT "Amount" FROM "Order" """));
    }

    /// <summary>The same with an index alone, which every database drops.</summary>
    [SpecificationFact]
    public virtual async Task A_column_goes_with_its_index()
    {
        await using var pair = await CreateWithIndexAsync("");
        await using var store = (RelationalProvider)pair.Hub.Open(After.Stores, SyncRole.Peer);

        await store.MigrateAsync(s_dropping);

        Assert.DoesNotContain("Remark", (await pair.Hub.ColumnTypesAsync("Order")).Keys);
        Assert.Equal("7", await pair.Hub.ScalarAsync("""SELECT "Amount" FROM "Order" """));
    }

    private async Task<StorePair> CreateWithIndexAsync(string key)
    {
        var pair = await StorePair.CreateAsync(s_before, DatabaseKind.Sqlite, SyncRole.Leaf, Kind, async hub =>
        {
            await hub.ExecuteAsync("""CREATE TABLE "Coupon" ("Id" int NOT NULL PRIMARY KEY, "Code" varchar(40) NOT NULL UNIQUE)""");
            await hub.ExecuteAsync($"""CREATE TABLE "Order" ("Id" {hub.GuidType} NOT NULL PRIMARY KEY, "ClientId" {hub.GuidType}, "Amount" int NOT NULL, "Remark" varchar(40){key})""");
            await hub.ExecuteAsync("""CREATE INDEX once ON "Order" ("Remark", "Amount")""");
        });
        await pair.Hub.ExecuteAsync("""INSERT INTO "Coupon" ("Id", "Code") VALUES (1, 'x')""");
        await pair.Hub.ExecuteAsync("""INSERT INTO "Order" ("Id", "Amount", "Remark") VALUES (@id, 7, 'x')""", ("@id", pair.Hub.ValueOf(Guid.NewGuid())));
        return pair;
    }

    private static async Task AddAsync(StoreDatabase database, string name, int amount)
    {
        var client = Guid.NewGuid();
        await database.ExecuteAsync("""INSERT INTO "Client" ("Id", "Name", "Fax") VALUES (@id, @name, '')""", ("@id", database.ValueOf(client)), ("@name", name));
        await database.ExecuteAsync(
            """INSERT INTO "Order" ("Id", "ClientId", "Amount") VALUES (@id, @client, @amount)""",
            ("@id", database.ValueOf(Guid.NewGuid())), ("@client", database.ValueOf(client)), ("@amount", amount));
    }

    private static async Task GiveFaxADefaultAsync(StoreDatabase database)
    {
        // SQLite cannot change a column.
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await database.ExecuteAsync("PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, '\"Fax\" TEXT NOT NULL', '\"Fax\" TEXT NOT NULL DEFAULT ''''') WHERE name = 'Client'; PRAGMA writable_schema = 0");
        }
        else
        {
            await database.ExecuteAsync(database.Kind switch
            {
                DatabaseKind.MySql => """ALTER TABLE "Client" ALTER "Fax" SET DEFAULT ('')""",
                DatabaseKind.SqlServer => """ALTER TABLE "Client" ADD DEFAULT '' FOR "Fax" """,
                _ => """ALTER TABLE "Client" ALTER "Fax" SET DEFAULT '' """,
            });
        }
    }

    private static async Task AssertSameAsync(StorePair pair)
    {
        Assert.Equal(await Upper(pair.Hub, Customers), await Upper(pair.Client, Customers));
        Assert.Equal(await Upper(pair.Hub, Orders), await Upper(pair.Client, Orders));

        static async Task<IEnumerable<string>> Upper(StoreDatabase database, string sql) => (await database.RowsAsync(sql)).Select(row => row.ToUpperInvariant());
    }
}
