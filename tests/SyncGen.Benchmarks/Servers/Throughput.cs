using SyncGen.Benchmarks.Data;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Servers;

/// <summary>Eight writers write as many rows while a leaf synchronises in a loop, against while none does.</summary>
internal sealed class Throughput(BenchmarkOptions options, ServerKind kind) : ServerBenchmark(options, kind)
{
    private const int Writers = 8;
    private const int RowsPerWriter = 4_000;

    private readonly SaleSource _source = new(seed: 3);

    protected override string Work => $"eight writers beside sessions, {Name}";

    protected override string Against => "the same without sessions";

    // 0.8 of the throughput.
    protected override double? Target => 1 / 0.8;

    protected override async Task<Round> MeasureAsync(int round)
    {
        await using var server = await ServerStore.CreateAsync(Kind, SyncRole.Peer);
        await server.BulkInsertAsync(ServerStore.Tracked, [.. new SaleSource(seed: 1).Rows(Options.Rows)]);
        var path = NewDatabase();
        await SalesStore.ProvisionAsync(path, SyncRole.Leaf);
        await using var hub = server.Open(SyncRole.Peer);
        await using var leaf = SalesStore.Open(path, SyncRole.Leaf);
        await SynchronizeAsync(leaf, hub, up: 0, down: Options.Rows);

        var alone = await Cost.OfAsync(() => WriteAsync(server));
        using var ended = new CancellationTokenSource();
        var sessions = Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
            }
        });
        var beside = await Cost.OfAsync(() => WriteAsync(server));
        await ended.CancelAsync();
        await sessions;
        return new Round(beside, alone);
    }

    private Task WriteAsync(ServerStore server)
    {
        List<Sale>[] portions = [.. Enumerable.Range(0, Writers).Select(_ => _source.Rows(RowsPerWriter).ToList())];
        return Task.WhenAll(portions.Select(rows => Task.Run(async () =>
        {
            foreach (var few in rows.Chunk(20))
            {
                await server.InsertAsync(ServerStore.Tracked, few);
            }
        })));
    }
}
