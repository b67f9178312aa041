using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Wire;

/// <summary>A session over HTTP of a leaf that has all rows but those that changed since, against its first one.</summary>
internal sealed class LaterOverHttp(BenchmarkOptions options, int changed) : WireBenchmark(options)
{
    private const int Sessions = 5;

    protected override string Work => changed == 0 ? "nothing changed, over HTTP" : $"{changed} changed rows, over HTTP";

    protected override string Against => "the leaf's first synchronisation over HTTP";

    protected override double? Target => changed == 0 ? null : 1 / 40.0;

    protected override async Task<Round> MeasureAsync(int round)
    {
        var path = NewDatabase();
        await SalesStore.ProvisionAsync(path, SyncRole.Leaf);
        await using var hub = Service.Open();
        await using var leaf = SalesStore.Open(path, SyncRole.Leaf);
        var first = await Cost.OfAsync(() => SalesStore.SynchronizeAsync(leaf, hub, up: 0, down: Options.Rows));
        await SalesStore.SynchronizeAsync(leaf, hub, up: 0, down: 0);
        var later = default(Cost);
        for (var i = 0; i < Sessions; i++)
        {
            if (changed > 0)
            {
                using var application = PlainStore.Open(Hub);
                application.Update(application.ReadEvery(Options.Rows / changed, offset: i, changed));
            }

            later += await Cost.OfAsync(() => SalesStore.SynchronizeAsync(leaf, hub, up: 0, down: changed));
        }

        await leaf.DisposeAsync();
        WorkFolder.Remove(path);
        return new Round(later / Sessions, first);
    }
}
