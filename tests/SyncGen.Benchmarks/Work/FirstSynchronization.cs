using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Work;

/// <summary>A new store takes all rows of a hub, against reading all rows and inserting them in one transaction.</summary>
/// <param name="options">What to measure.</param>
/// <param name="role">What the new store is.</param>
/// <param name="tracked">Whether the hub has a tracking record of every row; else the rows were there before it was provisioned.</param>
internal sealed class FirstSynchronization(BenchmarkOptions options, SyncRole role, bool tracked) : RatioBenchmark(options)
{
    private string _hub = "";

    protected override string Work => role == SyncRole.Leaf
        ? "first synchronisation of a leaf"
        : $"first synchronisation between peers, {(tracked ? "all rows tracked" : "rows from before")}";

    protected override string Against => "plain read plus plain insert";

    protected override double? Target => role == SyncRole.Leaf ? 1.3 : 2.2;

    protected override async Task PrepareAsync()
    {
        if (!tracked)
        {
            _hub = NewDatabase(Options.Rows, seed: 1);
            await SalesStore.ProvisionAsync(_hub, SyncRole.Peer);
            return;
        }

        var origin = NewDatabase(Options.Rows, seed: 1);
        _hub = NewDatabase();
        await using var source = SalesStore.Open(origin, SyncRole.Peer);
        await using var hub = SalesStore.Open(_hub, SyncRole.Peer);
        await source.ProvisionAsync();
        await hub.ProvisionAsync();
        await SalesStore.SynchronizeAsync(source, hub, up: Options.Rows, down: 0);
    }

    protected override async Task<Round> MeasureAsync(int round)
    {
        // Who goes first alternates, so that neither profits from what the other leaves in caches.
        if (round % 2 == 0)
        {
            var plain = await PlainAsync();
            return new Round(await SynchronizeAsync(), plain);
        }

        return new Round(await SynchronizeAsync(), await PlainAsync());
    }

    private async Task<Cost> SynchronizeAsync()
    {
        var path = NewDatabase();
        await SalesStore.ProvisionAsync(path, role);
        await using (var hub = SalesStore.Open(_hub, SyncRole.Peer))
        await using (var store = SalesStore.Open(path, role))
        {
            var cost = await Cost.OfAsync(() => SalesStore.SynchronizeAsync(store, hub, up: 0, down: Options.Rows));
            await store.DisposeAsync();
            WorkFolder.Remove(path);
            return cost;
        }
    }

    private async Task<Cost> PlainAsync()
    {
        var path = NewDatabase();
        List<Model.Sale> rows = [];
        var read = await Cost.OfAsync(() =>
        {
            using var source = PlainStore.Open(_hub);
            rows = source.ReadAll();
        });
        using var destination = PlainStore.Open(path);
        var insert = await Cost.OfAsync(() => destination.Insert(rows));
        destination.Dispose();
        WorkFolder.Remove(path);
        return read + insert;
    }
}
