using System.Data.Common;
using System.Globalization;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models;
using SyncGen.Providers.Specification.Models.Filters;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Relational;
using SyncGen.Relational.Migrations;
using SyncGen.Testing;
using After = SyncGen.Providers.Specification.Models.Shops.ShopScope;
using Before = SyncGen.Providers.Specification.Former.Shops.ShopScope;
using Unfiltered = SyncGen.Providers.Specification.Former.Chores.ChoreScope;

namespace SyncGen.Providers.Specification;

/// <summary>Migrations that come at a bad time: in mid-session, while others write, over rows that wait, and broken off.</summary>
public abstract class MigrationFaultSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const int Rows = 400;

    private static readonly ScopeStores s_before = new(Before.Definition, Before.Sqlite, Before.PostgreSql, Before.MySql, Before.SqlServer);
    private static readonly ScopeStores s_unfiltered = new(Unfiltered.Definition, Unfiltered.Sqlite, Unfiltered.PostgreSql, Unfiltered.MySql, Unfiltered.SqlServer);
    private static readonly MigrationOptions s_dropping = new() { DropRemoved = true };

    /// <summary>A first download that broke off in the middle of a table goes on after both stores were migrated, and all rows are there: tables have other places now.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task A_download_that_broke_off_goes_on(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(s_before, isSqlite, role);
        await AddOrdersAsync(pair.Hub, 1, Rows);
        using (var breaking = new CancellationTokenSource())
        {
            var seen = new ActionProgress(progress =>
            {
                if (progress.RowsDone > Rows / 3)
                {
                    breaking.Cancel();
                }
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SyncOrchestrator.Between(pair.ClientStore, pair.HubStore)
                .SynchronizeAsync(new SyncOptions { BatchBytesMax = 1_000, ReadsAhead = false }, seen, breaking.Token));
        }

        Assert.InRange(await CountAsync(pair.Client), 1, Rows - 1);
        await using var later = await MigrateAsync(pair);
        await pair.Hub.ExecuteAsync("""DELETE FROM "Order" WHERE "Amount" = 1""");
        await pair.Hub.ExecuteAsync("""INSERT INTO "Label" ("Id", "Text") VALUES (1, 'late')""");
        await later.SettleAsync(new SyncOptions { BatchBytesMax = 1_000 });

        await pair.AssertBothAsync("""SELECT count(*), min("Amount"), max("Amount") FROM "Order" """, $"{Rows - 1}|2|{Rows}");
        await pair.AssertBothAsync("""SELECT "Text" FROM "Label" """, "late");
    }

    /// <summary>What other programs write to a table while it is migrated travels, all of it.</summary>
    [SpecificationFact]
    public virtual async Task Nothing_that_is_written_meanwhile_is_lost()
    {
        await using var pair = await CreateAsync(s_before, isSqlite: true, SyncRole.Leaf);
        await AddOrdersAsync(pair.Hub, 1, Rows);
        await pair.SettleAsync();
        using var over = new CancellationTokenSource();
        var writers = Enumerable.Range(1, 4).Select(n => Task.Run(() => WriteAsync(pair.Hub, n, over.Token))).ToList();
        while (await CountAsync(pair.Hub) == Rows)
        {
            await Task.Delay(10);
        }

        await using var store = (RelationalProvider)pair.Hub.Open(After.Stores, SyncRole.Peer);
        await WhereBusyAgainAsync(() => store.MigrateAsync(s_dropping));
        await over.CancelAsync();
        var written = (await Task.WhenAll(writers)).Sum();

        await using var client = (RelationalProvider)pair.Client.Open(After.Stores, SyncRole.Leaf);
        await client.MigrateAsync(s_dropping);
        await using var later = new MigratedPair(client, (RelationalProvider)pair.Hub.Open(After.Stores, SyncRole.Peer));
        await later.SettleAsync();
        const string Sums = """SELECT count(*), sum("Amount") FROM "Order" """;
        Assert.Equal(await pair.Hub.RowsAsync(Sums), await pair.Client.RowsAsync(Sums));
        Assert.Equal(Rows + written, await CountAsync(pair.Client));
    }

    /// <summary>A migration that is broken off has changed nothing, or is gone on with by the next; what was tracked before still is.</summary>
    [SpecificationFact]
    public virtual async Task What_broke_off_is_gone_on_with()
    {
        for (var milliseconds = 1; milliseconds < 400; milliseconds = milliseconds * 2 + 3)
        {
            await using var pair = await CreateAsync(s_before, isSqlite: true, SyncRole.Leaf);
            await AddOrdersAsync(pair.Hub, 1, 5);
            await pair.SettleAsync();
            await AddOrdersAsync(pair.Hub, 6, 10);
            await pair.Hub.ExecuteAsync("""DELETE FROM "Order" WHERE "Amount" = 2""");
            await using (var store = (RelationalProvider)pair.Hub.Open(After.Stores, SyncRole.Peer))
            {
                using var breaking = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
                try
                {
                    await store.MigrateAsync(s_dropping, breaking.Token);
                }
                catch (OperationCanceledException)
                {
                    Assert.True(breaking.IsCancellationRequested);
                }
            }

            await using var later = await MigrateAsync(pair);
            await later.SettleAsync();
            await pair.AssertBothAsync("""SELECT "Amount" FROM "Order" ORDER BY 1""", "1", "3", "4", "5", "6", "7", "8", "9", "10");
            await pair.Hub.ExecuteAsync("""UPDATE "Order" SET "Amount" = 100 WHERE "Amount" = 1""");
            await later.SettleAsync();
            await pair.AssertBothAsync("""SELECT max("Amount") FROM "Order" """, "100");
        }
    }

    /// <summary>A table that had lost its triggers, as one that was made anew has, is compared: what was written or deleted unseen travels with the rest.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task What_went_unseen_before_travels(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(s_before, isSqlite, role);
        await AddOrdersAsync(pair.Hub, 1, 5);
        await pair.SettleAsync();
        await pair.Hub.DropTriggersAsync("Order");
        await AddOrdersAsync(pair.Hub, 6, 7);
        await pair.Hub.ExecuteAsync("""DELETE FROM "Order" WHERE "Amount" = 2""");
        await pair.Hub.ExecuteAsync("""UPDATE "Order" SET "Amount" = 30 WHERE "Amount" = 3""");
        await pair.Client.ExecuteAsync("""UPDATE "Order" SET "Amount" = 40 WHERE "Amount" = 4""");

        await using var later = await MigrateAsync(pair);
        await later.SettleAsync();

        await pair.AssertBothAsync("""SELECT "Amount" FROM "Order" ORDER BY 1""", "1", "5", "6", "7", "30", "40");
    }

    /// <summary>A row that waits in quarantine through a migration is let in afterwards, under the present names.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task A_row_that_waits_goes_on_waiting(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(s_before, isSqlite, role);
        await AddOrdersAsync(pair.Hub, 1, 1);
        await AddOrdersAsync(pair.Client, 2, 2);
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""CREATE UNIQUE INDEX once ON "Order" ("Amount")""");
        // Where a unique index is watched, too.
        await pair.HubStore.ProvisionAsync();
        await pair.Client.ExecuteAsync("""UPDATE "Order" SET "Amount" = 1 WHERE "Amount" = 2""");
        await pair.SyncAsync();
        Assert.Equal(["Order"], await pair.Hub.RowsAsync("SELECT table_name FROM syncgen_shop_quarantine"));

        await using var later = await MigrateAsync(pair);
        await pair.Hub.ExecuteAsync(Kind is DatabaseKind.MySql or DatabaseKind.SqlServer ? """DROP INDEX once ON "Order" """ : "DROP INDEX once");
        await later.HubStore.ProvisionAsync();
        await later.SettleAsync();
        await pair.AssertBothAsync("""SELECT "Amount" FROM "Order" ORDER BY 1""", "1", "1");
        Assert.Empty(await pair.Hub.RowsAsync("SELECT table_name FROM syncgen_shop_quarantine"));
    }

    /// <summary>A scope gets a filter: a client that had everything is left with its part, and what it had changed in it goes up.</summary>
    [SpecificationTheory]
    [InlineData(false)]
    [InlineData(true)]
    public virtual async Task A_filter_comes(bool isSqlite)
    {
        const string Chores = """SELECT "Id", "Owner", "Text" FROM "Chore" ORDER BY "Id" """;
        await using var pair = await CreateAsync(s_unfiltered, isSqlite, SyncRole.Leaf);
        foreach (var (id, owner) in new[] { (1, "ann"), (2, "bob"), (3, "ann"), (4, "bob") })
        {
            await pair.Hub.ExecuteAsync($"""INSERT INTO "Chore" ("Id", "Owner", "Text") VALUES ({id}, '{owner}', 'old')""");
        }

        await pair.SettleAsync();
        await pair.Client.ExecuteAsync("""UPDATE "Chore" SET "Text" = 'mine' WHERE "Id" = 1""");
        await pair.Hub.ExecuteAsync("""UPDATE "Chore" SET "Text" = 'new' WHERE "Id" IN (2, 3)""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "Chore" WHERE "Id" = 4""");

        await using var hub = (RelationalProvider)pair.Hub.Open(ChoreScope.Stores, SyncRole.Peer);
        await using var client = (RelationalProvider)pair.Client.Open(ChoreScope.Stores, SyncRole.Leaf, filter: new ChoreScope.Filter { Owner = "ann" });
        var plan = await hub.MigrateAsync();
        Assert.Contains(plan.Steps, step => step.Kind == MigrationStepKind.RefillParts);
        await client.MigrateAsync();
        await SettleAsync(client, hub);
        Assert.Equal(["1|ann|mine", "3|ann|new"], await pair.Client.RowsAsync(Chores));
        Assert.Equal(["1|ann|mine", "2|bob|new", "3|ann|new"], await pair.Hub.RowsAsync(Chores));

        await pair.Hub.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'bob' WHERE "Id" = 3""");
        await pair.Hub.ExecuteAsync("""UPDATE "Chore" SET "Owner" = 'ann' WHERE "Id" = 2""");
        await SettleAsync(client, hub);
        Assert.Equal(["1|ann|mine", "2|ann|new"], await pair.Client.RowsAsync(Chores));
    }

    private static async Task<int> CountAsync(StoreDatabase database) =>
        int.Parse(await database.ScalarAsync("""SELECT count(*) FROM "Order" """), CultureInfo.InvariantCulture);

    private static async Task SettleAsync(SyncProvider client, SyncProvider hub)
    {
        for (var i = 0; i < 3; i++)
        {
            await SyncOrchestrator.Between(client, hub).SynchronizeAsync();
        }
    }

    private static async Task<MigratedPair> MigrateAsync(StorePair pair)
    {
        var later = new MigratedPair((RelationalProvider)pair.Client.Open(After.Stores, pair.ClientStore.Role), (RelationalProvider)pair.Hub.Open(After.Stores, SyncRole.Peer));
        await later.HubStore.MigrateAsync(s_dropping);
        await later.ClientStore.MigrateAsync(s_dropping);
        return later;
    }

    private static async Task AddOrdersAsync(StoreDatabase database, int first, int last)
    {
        await using var connection = await database.ConnectAsync();
        for (var n = first; n <= last; n++)
        {
            await connection.ExecuteAsync("""INSERT INTO "Order" ("Id", "Amount") VALUES (@id, @amount)""", ("@id", database.ValueOf(Guid.NewGuid())), ("@amount", n));
        }
    }

    // An insert that did not happen is no loss: another program holds the table, or the transaction was the victim of a deadlock.
    private static async Task<int> WriteAsync(StoreDatabase database, int writer, CancellationToken over)
    {
        var written = 0;
        await using var connection = await database.ConnectAsync();
        while (!over.IsCancellationRequested)
        {
            try
            {
                written += await connection.ExecuteAsync(
                    """INSERT INTO "Order" ("Id", "Amount") VALUES (@id, @amount)""", ("@id", database.ValueOf(Guid.NewGuid())), ("@amount", writer * 1_000 + written));
                await Task.Delay(1, CancellationToken.None);
            }
            catch (DbException lost) when (lost.IsTransient || database.IsContended(lost))
            {
                continue;
            }
        }

        return written;
    }

    // Who waits for each other is broken up by the database: the migration is tried again, as its message says.
    private static async Task WhereBusyAgainAsync(Func<Task> migrate)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await migrate();
                return;
            }
            catch (SyncException busy) when (busy.IsTransient && attempt < 20)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Calls at once, where it is told.</summary>
    private sealed class ActionProgress(Action<SyncProgress> report) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) => report(value);
    }
}
