using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Relational;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>Batches of many rows, which a database may decide over and write as sets: no row fares otherwise than alone.</summary>
public abstract class SetSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const int Rows = 200;
    private const string Content = """SELECT "Id", "Code", "Text" FROM "Entry" ORDER BY "Id" """;

    private static readonly SyncOptions s_oneBatch = new() { BatchBytesMax = 1_000_000 };

    /// <summary>What both sides changed is in conflict, row by row; all else of the batch is stored.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Conflicts_among_many_rows_are_those_that_there_are(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.Hub.ExecuteAsync(Insert(1, Rows, id => $"({id}, NULL, 'first')"));
        await pair.SettleAsync(s_oneBatch);
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'hub' WHERE "Id" % 4 = 0""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "Entry" WHERE "Id" % 10 = 7""");
        await pair.Hub.ExecuteAsync(Insert(1_001, 150, id => $"({id}, NULL, 'hub')"));
        await Task.Delay(5);
        await pair.Client.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'client' WHERE "Id" % 2 = 0""");
        await pair.Client.ExecuteAsync("""DELETE FROM "Entry" WHERE "Id" % 10 = 3""");
        await pair.Client.ExecuteAsync(Insert(2_001, 100, id => $"({id}, NULL, 'client')"));

        await pair.SettleAsync(s_oneBatch);

        Assert.Equal(await pair.Hub.RowsAsync(Content), await pair.Client.RowsAsync(Content));
        var expected = Enumerable.Range(1, Rows).Where(id => id % 10 is not 3 and not 7).Select(id => $"{id}|{(id % 2 == 0 ? "client" : "first")}")
            .Concat(Enumerable.Range(1_001, 150).Select(id => $"{id}|hub"))
            .Concat(Enumerable.Range(2_001, 100).Select(id => $"{id}|client"));
        Assert.Equal(expected, await pair.Hub.RowsAsync("""SELECT "Id", "Text" FROM "Entry" ORDER BY "Id" """));
        var losers = (await pair.Hub.RowsAsync("SELECT row_key FROM syncgen_latest_conflict")).Concat(await pair.Client.RowsAsync("SELECT row_key FROM syncgen_latest_conflict"));
        Assert.Equal(Rows / 4, losers.Distinct().Count());

        var again = await pair.SyncAsync(s_oneBatch);
        Assert.False(again.HasConflicts);
    }

    /// <summary>A few rows that the hub refuses wait; all others of their batch are stored.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Refusals_among_many_rows_keep_no_other(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.Hub.ExecuteAsync("""CREATE UNIQUE INDEX once ON "Entry" ("Code")""");
        await pair.HubStore.ProvisionAsync();
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync(Insert(1_001, 5, id => $"({id}, 'code {id - 1_000}', 'hub')"));
        await pair.Client.ExecuteAsync(Insert(1, Rows, id => $"({id}, 'code {id}', 'client')"));

        var first = await pair.SyncAsync(s_oneBatch);

        var there = Enumerable.Range(6, Rows - 5).Concat(Enumerable.Range(1_001, 5)).Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(there, await pair.Hub.RowsAsync("""SELECT "Id" FROM "Entry" ORDER BY "Id" """));
        Assert.Equal(5, (await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync()).Count);
        // What a session writes row by row after the set was refused is no write of the hub's own, which would come down again.
        Assert.Equal(5, first.Download.Total.Written);

        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Code" = 'other' WHERE "Id" = 1001""");
        await pair.Hub.ExecuteAsync("""DELETE FROM "Entry" WHERE "Id" > 1001""");
        await pair.SettleAsync(s_oneBatch);
        Assert.Equal(Rows + 1, (await pair.Hub.RowsAsync(Content)).Count);
        Assert.Equal(await pair.Hub.RowsAsync(Content), await pair.Client.RowsAsync(Content));
        Assert.Empty(await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync());
    }

    /// <summary>
    /// Rows that a first session inserts at once, knowing nothing of them, give way to a row that is there, and to one that is gone
    /// again and has left no more than an entry in the log.
    /// </summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task First_rows_meet_what_was_there_and_what_was_deleted(bool isSqlite, SyncRole role)
    {
        foreach (var isDeleted in new[] { true, false })
        {
            await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
            await pair.Client.ExecuteAsync(Insert(1, Rows, id => $"({id}, NULL, 'client')"));
            await Task.Delay(5);
            await pair.Hub.ExecuteAsync(Insert(1_001, Rows, id => $"({id}, NULL, 'hub')"));
            await pair.Hub.ExecuteAsync(Insert(7, 1, id => $"({id}, NULL, 'hub')"));
            if (isDeleted)
            {
                await pair.Hub.ExecuteAsync("""DELETE FROM "Entry" WHERE "Id" = 7""");
            }

            await pair.SettleAsync(s_oneBatch);

            var expected = Enumerable.Range(1, Rows).Where(id => id != 7 || !isDeleted).Select(id => $"{id}|{(id == 7 ? "hub" : "client")}")
                .Concat(Enumerable.Range(1_001, Rows).Select(id => $"{id}|hub"));
            Assert.Equal(expected, await pair.Hub.RowsAsync("""SELECT "Id", "Text" FROM "Entry" ORDER BY "Id" """));
            Assert.Equal(await pair.Hub.RowsAsync(Content), await pair.Client.RowsAsync(Content));
            Assert.Single((await pair.Hub.RowsAsync("SELECT row_key FROM syncgen_latest_conflict")).Distinct());

            // Each row is known to both, with one version: nothing travels any more, and a later write is no conflict.
            await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'later' WHERE "Id" % 50 = 0""");
            var later = await pair.SyncAsync(s_oneBatch);
            Assert.False(later.HasConflicts);
            Assert.Equal(2 * Rows / 50, later.Download.Total.Written);
            Assert.Equal(0, later.Upload.Total.Written);
        }
    }

    /// <summary>Unique values that go round among many rows arrive so, and deletions make room for rows of the same batch.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Unique_values_go_round_among_many_rows(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.ExecuteAsync("""CREATE UNIQUE INDEX once ON "Entry" ("Code")""");
        await pair.ClientStore.ProvisionAsync();
        await pair.HubStore.ProvisionAsync();
        await pair.Hub.ExecuteAsync(Insert(1, Rows, id => $"({id}, 'code {id}', 'x')"));
        await pair.SettleAsync(s_oneBatch);
        await pair.Client.ExecuteAsync($"""UPDATE "Entry" SET "Code" = concat('?', "Id") WHERE "Id" <= {Rows / 2}""");
        await pair.Client.ExecuteAsync($"""UPDATE "Entry" SET "Code" = concat('code ', "Id" % {Rows / 2} + 1) WHERE "Id" <= {Rows / 2}""");
        await pair.Client.ExecuteAsync($"""DELETE FROM "Entry" WHERE "Id" > {Rows / 2}""");
        await pair.Client.ExecuteAsync(Insert(1_001, Rows / 2, id => $"({id}, 'code {id - 1_000 + Rows / 2}', 'new')"));

        await pair.SettleAsync(s_oneBatch);

        Assert.Equal(await pair.Client.RowsAsync(Content), await pair.Hub.RowsAsync(Content));
        await pair.AssertBothAsync("""SELECT "Code" FROM "Entry" WHERE "Id" IN (1, 100, 1001) ORDER BY "Id" """, "code 2", "code 1", "code 101");
        Assert.Empty(await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync());
    }

    private static string Insert(int first, int count, Func<int, string> values) =>
        $"""INSERT INTO "Entry" ("Id", "Code", "Text") VALUES {string.Join(", ", Enumerable.Range(first, count).Select(values))}""";
}
