using SyncGen.Benchmarks.Data;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Servers;

/// <summary>A new leaf in a SQLite file takes all rows of a server, against plain read plus plain insert.</summary>
internal sealed class OutOfServer(BenchmarkOptions options, ServerKind kind) : ServerBenchmark(options, kind)
{
    private ServerStore? _server;

    protected override string Work => $"first synchronisation out of {Name} into a SQLite leaf";

    protected override string Against => "plain read plus plain insert";

    protected override double? Target => 1.5;

    protected override async Task PrepareAsync()
    {
        _server = await ServerStore.CreateAsync(Kind, SyncRole.Peer);
        await using (var provider = _server.Open(SyncRole.Peer))
        {
            await _server.BulkInsertAsync(ServerStore.Tracked, [.. new SaleSource(seed: 1).Rows(Options.Rows)]);
            // Rows that were there before the store was provisioned.
            await provider.DeprovisionAsync();
            await provider.ProvisionAsync();
        }
    }

    protected override async Task<Round> MeasureAsync(int round)
    {
        var plain = round % 2 == 0 ? await PlainAsync() : default;
        var work = await SynchronizeAsync();
        return new Round(work, round % 2 == 0 ? plain : await PlainAsync());
    }

    private async Task<Cost> SynchronizeAsync()
    {
        var path = NewDatabase();
        await SalesStore.ProvisionAsync(path, SyncRole.Leaf);
        await using var hub = _server!.Open(SyncRole.Peer);
        await using var leaf = SalesStore.Open(path, SyncRole.Leaf);
        return await Cost.OfAsync(() => SynchronizeAsync(leaf, hub, up: 0, down: Options.Rows));
    }

    private async Task<Cost> PlainAsync()
    {
        List<Sale> rows = [];
        var read = await Cost.OfAsync(async () => rows = await _server!.ReadAllAsync(ServerStore.Tracked));
        using var destination = PlainStore.Open(NewDatabase());
        return read + await Cost.OfAsync(() => destination.Insert(rows));
    }
}
