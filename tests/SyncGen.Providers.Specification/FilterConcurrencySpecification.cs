using System.Diagnostics;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Filters;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.Providers.Specification;

/// <summary>
/// Programs that move a hub's rows between parts, in transactions that stay open for a while and are rolled back now and then, while
/// clients with filters read in a loop. In the end each holds what its filter gives of the hub's rows.
/// </summary>
/// <param name="kind">The kind of database.</param>
/// <param name="output">Where to print the seed.</param>
public abstract class FilterConcurrencySpecification(DatabaseKind kind, ITestOutputHelper output) : ProviderSpecification(kind)
{
    private const int Writers = 6;
    private const int CommitsMin = 24;
    private const int PatienceSeconds = 60;

    /// <summary>Whoever moves what while clients read: each ends with its part.</summary>
    [SpecificationFact]
    public virtual async Task Clients_end_with_their_parts()
    {
        var (seed, seconds) = (ConcurrencySettings.Seed, ConcurrencySettings.Seconds);
        output.WriteLine($"Seed {seed}, {seconds} s");
        await using var world = await FilterWorld.CreateAsync(SalesScope.Stores, Kind);
        await SalesWriter.FillAsync(world.Hub);
        SalesScope.Filter north = new() { Region = ["n"], Person = 1 };
        SalesScope.Filter south = new() { Region = ["s", "e"], Person = 2 };
        (FilterClient Client, SalesScope.Filter Filter)[] clients =
        [
            (await world.AddAsync(DatabaseKind.Sqlite, SyncRole.Leaf, north), north),
            (await world.AddAsync(Kind, SyncRole.Peer, south), south),
            (await world.AddAsync(Kind, SyncRole.Leaf, south), south),
            (await world.AddAsync(DatabaseKind.Sqlite, SyncRole.Peer, north), north),
        ];

        var (committed, started) = (0, Stopwatch.GetTimestamp());
        bool IsOver() => Stopwatch.GetElapsedTime(started).TotalSeconds is var elapsed
            && elapsed >= seconds && (Volatile.Read(ref committed) >= CommitsMin || elapsed >= seconds + PatienceSeconds);
        async Task WriteAsync(int number)
        {
            var writer = new SalesWriter(world.Hub, new Random(seed + number), number);
            while (!IsOver())
            {
                if (await writer.TryWriteAsync())
                {
                    Interlocked.Increment(ref committed);
                }
            }
        }

        var writers = Enumerable.Range(0, Writers).Select(i => Task.Run(() => WriteAsync(i))).ToList();
        var sessions = 0;
        while (!writers.TrueForAll(writer => writer.IsCompleted))
        {
            await clients[sessions++ % clients.Length].Client.SyncAsync(new SyncOptions { BatchBytesMax = 2_000 });
        }

        await Task.WhenAll(writers);
        output.WriteLine($"{committed} transactions committed, {sessions} sessions");
        Assert.True(committed >= CommitsMin, "Writers hardly wrote.");

        var rows = await SalesRows.ReadAsync(world.Hub);
        foreach (var (client, filter) in clients)
        {
            await client.SettleAsync();
            Assert.Equal(rows.Of(filter).ToString(), (await SalesRows.ReadAsync(client.Database)).ToString());
        }
    }
}
