using System.Data.Common;
using System.Diagnostics;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Filters;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.Providers.Specification;

/// <summary>
/// Two sessions of one leaf that overlap, such as of two programs that have the same database. What one of them has read may be older than
/// what the other has brought since, and a leaf has no versions to tell that by.
/// </summary>
public abstract class OverlapSpecification(DatabaseKind kind, ITestOutputHelper output) : ProviderSpecification(kind)
{
    private const int Keys = 5;
    private const int Sessions = 3;
    private const string Content = """SELECT "Id", "Code" FROM "Entry" ORDER BY "Id" """;
    private const string Text = """SELECT DISTINCT "Text" FROM "Entry" ORDER BY 1""";

    private static readonly SyncOptions s_smallBatches = new() { BatchBytesMax = 400 };

    /// <summary>Rows were read, then another session's edit of one of them was taken: the hub would not send it again, as the leaf wrote it.</summary>
    [SpecificationTheory]
    [InlineData(false, SyncOrder.Upload)]
    [InlineData(false, SyncOrder.UploadDownload)]
    [InlineData(true, SyncOrder.Upload)]
    [InlineData(true, SyncOrder.UploadDownload)]
    public virtual async Task Rows_that_were_read_before_an_answer_do_not_undo_it(bool isSqlite, SyncOrder order)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, SyncRole.Leaf);
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'first')""");
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'hub' """);

        await OverlapAsync(pair, LeafMoment.Applying, async () => await pair.Client.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'client' """), order);

        await pair.AssertBothAsync(Text, "client");
    }

    /// <summary>An edit was answered, then another session passed over a newer row for the edit's sake: the hub would not send that again.</summary>
    [SpecificationTheory]
    [InlineData(false, SyncOrder.Download)]
    [InlineData(false, SyncOrder.UploadDownload)]
    [InlineData(true, SyncOrder.Download)]
    [InlineData(true, SyncOrder.UploadDownload)]
    public virtual async Task An_answer_does_not_undo_rows_that_were_read_after_it(bool isSqlite, SyncOrder order)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, SyncRole.Leaf);
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'first')""");
        await pair.SettleAsync();
        await pair.Client.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'client' """);

        await OverlapAsync(pair, LeafMoment.Confirming, async () => await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'hub' """), order);

        await pair.AssertBothAsync(Text, "hub");
    }

    /// <summary>Older rows come between two batches of a session that has newer ones.</summary>
    [SpecificationTheory]
    [InlineData(false)]
    [InlineData(true)]
    public virtual async Task Older_rows_do_not_come_between_newer_ones(bool isSqlite)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, SyncRole.Leaf);
        await using var client = pair.Client.Open(LatestScope.Stores, SyncRole.Leaf);
        await using var hub = pair.Hub.Open(LatestScope.Stores, SyncRole.Peer);
        await pair.Hub.ExecuteAsync($"""INSERT INTO "Entry" ("Id", "Text") VALUES {string.Join(", ", Enumerable.Range(1, 40).Select(i => $"({i}, 'first')"))}""");
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'older' """);
        TaskCompletionSource read = new(), goOn = new(), applied = new(), end = new();
        var late = new WatchedLeaf(client, async (moment, time) =>
        {
            if (time == 1 && moment != LeafMoment.Confirming)
            {
                var (reached, next) = moment == LeafMoment.Applying ? (read, goOn) : (applied, end);
                reached.SetResult();
                await next.Task;
                if (moment == LeafMoment.Applied)
                {
                    throw new OperationCanceledException("This session ends here, so that it cannot read on and heal what it did.");
                }
            }
        });
        var early = new WatchedLeaf(pair.ClientStore, async (moment, time) =>
        {
            if (moment == LeafMoment.Applying && time == 2)
            {
                goOn.SetResult();
                await applied.Task;
            }
        });

        var overtaken = SyncOrchestrator.Between(late, hub).SynchronizeAsync(s_smallBatches);
        await read.Task;
        await pair.Hub.ExecuteAsync("""UPDATE "Entry" SET "Text" = 'newer' """);
        await SyncOrchestrator.Between(early, pair.HubStore).SynchronizeAsync(s_smallBatches);
        end.SetResult();
        await Assert.ThrowsAsync<OperationCanceledException>(() => overtaken);
        await pair.SettleAsync();

        await pair.AssertBothAsync(Text, "newer");
    }

    /// <summary>Another session goes on all the time: this one waits for it, and says so in the end.</summary>
    [SpecificationFact]
    public virtual async Task A_session_that_is_overtaken_for_ever_gives_up()
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite: true, SyncRole.Leaf);
        await using var client = pair.Client.Open(LatestScope.Stores, SyncRole.Leaf);
        await using var hub = pair.Hub.Open(LatestScope.Stores, SyncRole.Peer);
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'first')""");
        var late = new WatchedLeaf(pair.ClientStore, async (moment, time) =>
        {
            if (moment == LeafMoment.Applying)
            {
                await pair.Client.ExecuteAsync($"""INSERT INTO "Entry" ("Id", "Text") VALUES ({100 + time}, 'client')""");
                await SyncOrchestrator.Between(client, hub).SynchronizeAsync(new SyncOptions { Order = SyncOrder.Upload });
            }
        });

        var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(late, pair.HubStore)
            .SynchronizeAsync(new SyncOptions { TransientRetriesMax = 0, Environment = new SyncEnvironment(new ImpatientClock()) }));

        Assert.Equal(SyncErrorCode.StoreContended, error.Code);
        Assert.True(error.IsTransient);
        await pair.SettleAsync();
        Assert.Equal(await pair.Hub.RowsAsync(Text), await pair.Client.RowsAsync(Text));
    }

    /// <summary>A session with another filter turns the leaf to another part: the one that was at work ends with a word about it, and parts do not mix.</summary>
    [SpecificationTheory]
    [InlineData(false)]
    [InlineData(true)]
    public virtual async Task Sessions_with_different_filters_do_not_mix_their_parts(bool isSqlite)
    {
        await using var world = await FilterWorld.CreateAsync(ChoreScope.Stores, Kind);
        await using var hub = world.Hub.Open(ChoreScope.Stores, SyncRole.Peer);
        for (var id = 1; id <= 6; id++)
        {
            await world.Hub.ExecuteAsync($"""INSERT INTO "Chore" ("Id", "Owner", "Text") VALUES ({id}, '{(id <= 3 ? "ann" : "bob")}', 'x')""");
        }

        var ann = await world.AddAsync(isSqlite ? DatabaseKind.Sqlite : Kind, SyncRole.Leaf, new ChoreScope.Filter { Owner = "ann" });
        var bob = world.Open(ann.Database, SyncRole.Leaf, new ChoreScope.Filter { Owner = "bob" });
        var late = new WatchedLeaf(ann.Store, async (moment, time) =>
        {
            if (moment == LeafMoment.Applying && time == 2)
            {
                await world.Hub.ExecuteAsync("""INSERT INTO "Chore" ("Id", "Owner", "Text") VALUES (7, 'bob', 'x')""");
                await SyncOrchestrator.Between(bob.Store, hub).SynchronizeAsync();
            }
        });

        var error = await Assert.ThrowsAsync<SyncException>(() => world.SyncAsync(late, new SyncOptions { BatchBytesMax = 1 }));

        Assert.Equal(SyncErrorCode.StoreContended, error.Code);
        Assert.Contains("another part", error.Message, StringComparison.Ordinal);
        await bob.AssertAsync("""SELECT "Id" FROM "Chore" ORDER BY 1""", "4", "5", "6", "7");
        await ann.SettleAsync();
        await ann.AssertAsync("""SELECT "Id" FROM "Chore" ORDER BY 1""", "1", "2", "3");
    }

    /// <summary>
    /// Three sessions of a client at once, each at its own pace, while programs write to both sides. After each round, which is short so that
    /// hardly a later write covers what went wrong, both hold the same.
    /// </summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Both_sides_agree_after_each_round(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        var seed = ConcurrencySettings.Seed;
        output.WriteLine($"Seed {seed}");
        var rounds = 0;
        for (var started = Stopwatch.GetTimestamp(); rounds == 0 || Stopwatch.GetElapsedTime(started).TotalSeconds < ConcurrencySettings.Seconds; rounds++)
        {
            var random = new Random(seed + rounds);
            var seeds = Enumerable.Range(0, Sessions + 2).Select(_ => random.Next()).ToList();
            await Task.WhenAll(
            [
                Task.Run(() => WriteAsync(pair.Client, new Random(seeds[0]))),
                Task.Run(() => WriteAsync(pair.Hub, new Random(seeds[1]))),
                .. seeds.Skip(2).Select(own => Task.Run(() => SynchronizeAsync(pair, role, new Random(own)))),
            ]);
            await pair.SettleAsync();
            var (atHub, atClient) = (await pair.Hub.RowsAsync(Content), await pair.Client.RowsAsync(Content));
            Assert.Equal(atHub.Append($"round {rounds}"), atClient.Append($"round {rounds}"));
        }

        output.WriteLine($"{rounds} rounds");
    }

    private static async Task SynchronizeAsync(StorePair pair, SyncRole role, Random random)
    {
        await using var client = new WatchedLeaf(pair.Client.Open(LatestScope.Stores, role), (_, _) => PauseAsync(random));
        await using var hub = pair.Hub.Open(LatestScope.Stores, SyncRole.Peer);
        var orders = Enum.GetValues<SyncOrder>();
        for (var i = 0; i < 2; i++)
        {
            await PauseAsync(random);
            await SyncOrchestrator.Between(client, hub).SynchronizeAsync(
                new SyncOptions { BatchBytesMax = random.Next(1, 300), Order = orders[random.Next(orders.Length)], ReadsAhead = random.Next(2) == 0 });
        }
    }

    private static async Task WriteAsync(StoreDatabase database, Random random)
    {
        for (var i = random.Next(8); i > 0; i--)
        {
            await PauseAsync(random);
            var id = random.Next(Keys);
            try
            {
                if (random.Next(6) == 0)
                {
                    await database.ExecuteAsync($"""DELETE FROM "Entry" WHERE "Id" = {id}""");
                }
                else if (await database.ExecuteAsync($"""UPDATE "Entry" SET "Code" = '{random.Next():x}' WHERE "Id" = {id}""") == 0)
                {
                    await database.ExecuteAsync($"""INSERT INTO "Entry" ("Id", "Code", "Text") SELECT {id}, '{random.Next():x}', 'x' WHERE NOT EXISTS (SELECT 1 FROM "Entry" WHERE "Id" = {id})""");
                }
            }
            catch (DbException refused) when (refused.IsTransient || database.IsContended(refused))
            {
                // A session brought the row meanwhile, or held it: the program tries another.
                await PauseAsync(random);
            }
        }
    }

    private static Task PauseAsync(Random random) => random.Next(3) == 0 ? Task.CompletedTask : Task.Delay(random.Next(25));

    /// <summary>Runs a session, and something else and another session at a moment of it; then settles.</summary>
    private static async Task OverlapAsync(StorePair pair, LeafMoment at, Func<Task> write, SyncOrder order)
    {
        await using var client = pair.Client.Open(LatestScope.Stores, SyncRole.Leaf);
        await using var hub = pair.Hub.Open(LatestScope.Stores, SyncRole.Peer);
        var late = new WatchedLeaf(pair.ClientStore, async (moment, time) =>
        {
            if (moment == at && time == 1)
            {
                await write();
                await SyncOrchestrator.Between(client, hub).SynchronizeAsync(new SyncOptions { Order = order });
            }
        });
        await SyncOrchestrator.Between(late, pair.HubStore).SynchronizeAsync();
        await pair.SettleAsync();
    }
}
