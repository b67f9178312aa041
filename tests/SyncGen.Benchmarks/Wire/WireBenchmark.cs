using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Stores;
using SyncGen.Providers;

namespace SyncGen.Benchmarks.Wire;

/// <summary>A benchmark with a hub behind HTTP.</summary>
internal abstract class WireBenchmark(BenchmarkOptions options) : RatioBenchmark(options)
{
    private SalesService? _service;

    protected string Hub { get; private set; } = "";

    protected SalesService Service => _service ?? throw new InvalidOperationException("The service has not been started.");

    protected override async Task PrepareAsync()
    {
        Hub = NewDatabase(Options.Rows, seed: 1);
        await SalesStore.ProvisionAsync(Hub, SyncRole.Peer);
        _service = await SalesService.StartAsync(Hub);
    }

    /// <summary>A new leaf takes all rows, over HTTP or from the hub's file.</summary>
    protected async Task<Cost> FirstAsync(bool overHttp)
    {
        var path = NewDatabase();
        await SalesStore.ProvisionAsync(path, SyncRole.Leaf);
        await using SyncProvider hub = overHttp ? Service.Open() : SalesStore.Open(Hub, SyncRole.Peer);
        await using var leaf = SalesStore.Open(path, SyncRole.Leaf);
        var cost = await Cost.OfAsync(() => SalesStore.SynchronizeAsync(leaf, hub, up: 0, down: Options.Rows));
        await leaf.DisposeAsync();
        WorkFolder.Remove(path);
        return cost;
    }

    public override void Dispose()
    {
        _service?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose();
    }
}
