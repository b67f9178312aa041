using System.Data;
using System.Data.Common;
using System.Diagnostics;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.Providers.Specification;

/// <summary>
/// Programs that write while sessions run, in transactions that stay open for a while and are rolled back now and then. In
/// the end both sides must hold the same rows, and nothing that was committed may be missing.
/// </summary>
public abstract class ConcurrencySpecification(DatabaseKind kind, ITestOutputHelper output) : ProviderSpecification(kind)
{
    private const int Writers = 8;
    private const int CommitsMin = 24;
    private const int Keys = 60;
    private const string Content = """SELECT "Id", "Code", "Text" FROM "Entry" ORDER BY "Id" """;

    /// <summary>Eight programs write to the hub, while a client reads in a loop and never writes: it ends with the hub's rows.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task A_reader_misses_nothing(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        var run = new WriterRun(ConcurrencySettings.Seed, ConcurrencySettings.Seconds, CommitsMin);

        await RunAsync(pair, run, pair.Hub);

        Assert.Equal(await pair.Hub.RowsAsync(Content), await pair.Client.RowsAsync(Content));
        await run.RequireAllAccountedForAsync(pair);
        Assert.Empty(await pair.Hub.RowsAsync("SELECT id FROM syncgen_latest_conflict"));
        Assert.Empty(await pair.Client.RowsAsync("SELECT id FROM syncgen_latest_conflict"));
    }

    /// <summary>Programs write to both sides. Both end with the same rows, and no write went under unseen.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Two_sides_agree_in_the_end(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        var run = new WriterRun(ConcurrencySettings.Seed, ConcurrencySettings.Seconds, CommitsMin);

        await RunAsync(pair, run, pair.Hub, pair.Client);

        Assert.Equal(await pair.Hub.RowsAsync(Content), await pair.Client.RowsAsync(Content));
        await run.RequireAllAccountedForAsync(pair);
    }

    /// <summary>A transaction that wrote before a session and commits after it; where one program writes at a time, the session waits for it.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task A_write_that_commits_after_the_session_comes_with_the_next(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (2, 'late')""");
        await using var writer = await pair.Hub.ConnectAsync();
        await using var open = await writer.BeginAsync();
        await writer.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'early')""");
        if (pair.Hub.TakesManyWriters)
        {
            await pair.SettleAsync();
            Assert.Equal(["2"], await pair.Client.RowsAsync("""SELECT "Id" FROM "Entry" """));
            await open.CommitAsync();
        }
        else
        {
            var session = pair.SyncAsync();
            await Task.Delay(300);
            Assert.False(session.IsCompleted);
            await open.CommitAsync();
            await session;
        }

        await pair.SettleAsync();

        await pair.AssertBothAsync("""SELECT "Text" FROM "Entry" ORDER BY 1""", "early", "late");
    }

    /// <summary>A row that a session brings waits for a transaction that holds it; what that one wrote is not overwritten unseen.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task A_write_that_commits_while_a_batch_waits_for_it_is_seen(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'first')""");
        await pair.SettleAsync();
        await pair.Client.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'client' """);
        await using var writer = await pair.Hub.ConnectAsync();
        await using var open = await writer.BeginAsync();
        await writer.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'hub' """);

        var session = pair.SyncAsync();
        await Task.Delay(300);
        Assert.False(session.IsCompleted);
        await open.CommitAsync();
        var result = await session;

        Assert.True(result.HasConflicts);
        await pair.SettleAsync();
        Assert.Equal(await pair.Hub.RowsAsync(Content), await pair.Client.RowsAsync(Content));
        var logged = (await pair.Hub.RowsAsync("SELECT loser_row FROM syncgen_latest_conflict")).Concat(await pair.Client.RowsAsync("SELECT loser_row FROM syncgen_latest_conflict"));
        Assert.Single(logged);
    }

    private async Task RunAsync(StorePair pair, WriterRun run, params StoreDatabase[] written)
    {
        output.WriteLine($"Seed {run.Seed}, {run.Seconds} s");
        await pair.SettleAsync();
        var writers = Enumerable.Range(0, Writers)
            .Select(i => Task.Run(() => WriteAsync(run, written[i % written.Length], new Random(run.Seed + i))))
            .ToList();
        var sessions = 0;
        while (!writers.TrueForAll(writer => writer.IsCompleted))
        {
            await pair.SyncAsync(new SyncOptions { BatchBytesMax = 4_000 });
            sessions++;
        }

        await Task.WhenAll(writers);
        await pair.SettleAsync();
        output.WriteLine($"{run.Committed} transactions committed, {run.RolledBack} rolled back, {sessions} sessions");
        Assert.True(run.Committed >= run.CommitsMin, "Writers hardly wrote.");
    }

    private async Task WriteAsync(WriterRun run, StoreDatabase database, Random random)
    {
        await using var connection = await database.ConnectAsync();
        for (var started = Stopwatch.GetTimestamp(); !run.IsOver(Stopwatch.GetElapsedTime(started));)
        {
            var isolation = database.Isolations[random.Next(database.Isolations.Count)];
            try
            {
                await WriteAsync(run, database, connection, isolation, random);
            }
            catch (DbException lost) when (lost.IsTransient || database.IsContended(lost))
            {
                run.CountRollback();
            }
        }
    }

    private static async Task WriteAsync(WriterRun run, StoreDatabase database, DbConnection connection, IsolationLevel isolation, Random random)
    {
        await using var transaction = await connection.BeginAsync(isolation);
        var writes = new List<(int Id, string? Before, string? After)>();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var id = random.Next(Keys);
            var before = (await connection.RowsAsync(database.LockingRead("Code", "Entry", $"\"Id\" = {id}"))).SingleOrDefault();
            var after = random.Next(5) == 0 ? null : Guid.NewGuid().ToString("N");
            var sql = (before, after) switch
            {
                (null, null) => null,
                (null, _) => """INSERT INTO "Entry" ("Id", "Code", "Text") VALUES (@id, @code, 'x')""",
                (_, null) => """DELETE FROM "Entry" WHERE "Id" = @id""",
                _ => """UPDATE "Entry" SET "Code" = @code WHERE "Id" = @id""",
            };
            if (sql is not null)
            {
                await connection.ExecuteAsync(sql, after is null ? [("@id", id)] : [("@id", id), ("@code", after)]);
                writes.Add((id, before, after));
            }

            await Task.Delay(random.Next(database.TransactionMillisecondsMax));
        }

        if (random.Next(5) == 0)
        {
            await transaction.RollbackAsync();
            run.CountRollback();
        }
        else
        {
            await transaction.CommitAsync();
            run.Commit(writes);
        }
    }
}
