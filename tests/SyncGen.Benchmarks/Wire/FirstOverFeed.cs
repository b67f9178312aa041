using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Stores;
using SyncGen.OData.Feeds;

namespace SyncGen.Benchmarks.Wire;

/// <summary>A client of the OData Sync protocol takes all rows and inserts them, against a leaf of our own.</summary>
internal sealed class FirstOverFeed(BenchmarkOptions options, FeedFormat format) : WireBenchmark(options)
{
    protected override string Work => $"first synchronisation over HTTP, {format}";

    protected override string Against => "the same, compact";

    protected override double? Target => format == FeedFormat.Json ? 3 : 5;

    protected override async Task<Round> MeasureAsync(int round) =>
        round % 2 == 0 ? new Round(await FeedAsync(), await FirstAsync(overHttp: true)) : await CompactFirstAsync();

    private async Task<Round> CompactFirstAsync()
    {
        var compact = await FirstAsync(overHttp: true);
        return new Round(await FeedAsync(), compact);
    }

    private async Task<Cost> FeedAsync()
    {
        var path = NewDatabase();
        using var store = PlainStore.Open(path);
        var rows = 0;
        var cost = await Cost.OfAsync(async () => rows = await FeedDownload.RunAsync(Service.Client, Service.Address, format, store.Insert));
        store.Dispose();
        WorkFolder.Remove(path);
        return rows == Options.Rows ? cost : throw new InvalidOperationException($"Expected {Options.Rows} rows, and got {rows}.");
    }
}
