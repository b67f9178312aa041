using System.Globalization;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Reporting;
using SyncGen.Benchmarks.Stores;
using SyncGen.Benchmarks.Wire;
using SyncGen.OData.Feeds;

namespace SyncGen.Benchmarks.Memory;

/// <summary>
/// The most memory that a service takes for one first download, over what it has when it is idle: after some whole downloads, which
/// load and compile all code, and a full collection. Resident memory of the service's own process, as in <see cref="PeakMemory"/>.
/// </summary>
/// <param name="options">What to measure.</param>
/// <param name="format">The form of the feed; null: compact, by a leaf.</param>
/// <param name="rows">How many rows the hub holds.</param>
internal sealed class ServiceMemory(BenchmarkOptions options, FeedFormat? format, int rows) : Benchmark
{
    private const int WarmUps = 4;
    private const int PartRows = 10_000;
    private const double TargetMegabytes = 16;

    private readonly WorkFolder _folder = new();

    public override async Task<ResultLine> RunAsync()
    {
        await using var service = await ServiceProcess.StartAsync(await HubAsync());
        for (var i = 0; i < WarmUps; i++)
        {
            await DownloadAsync(service.Address, int.MaxValue);
        }

        var idle = await service.ReadIdleAsync();
        var read = await DownloadAsync(service.Address, int.MaxValue);
        var peak = await service.ReadPeakAsync();
        var over = (peak - idle) / 1e6;
        return read != rows ? throw new InvalidOperationException($"Expected {rows} rows, and got {read}.") : new ResultLine
        {
            Work = string.Create(CultureInfo.InvariantCulture, $"peak memory of a service over idle, first download of {rows:N0} rows, {format?.ToString() ?? "compact"}"),
            Against = "",
            Target = Megabytes(TargetMegabytes),
            Median = Megabytes(over),
            Times = $"{Megabytes(peak / 1e6)} : {Megabytes(idle / 1e6)}",
            Met = over <= TargetMegabytes ? "yes" : "NO",
        };
    }

    public override void Dispose() => _folder.Dispose();

    private async Task<string> HubAsync()
    {
        var path = _folder.NewFile();
        using (var store = PlainStore.Create(path, options.JournalMode))
        {
            var source = new Data.SaleSource(seed: 1);
            for (var i = 0; i < rows; i += PartRows)
            {
                store.Insert([.. source.Rows(Math.Min(PartRows, rows - i))]);
            }
        }

        await SalesStore.ProvisionAsync(path, SyncRole.Peer);
        return path;
    }

    // Answers how many rows came; breaks off after about so many.
    private async Task<long> DownloadAsync(Uri service, int most)
    {
        using var stop = new CancellationTokenSource();
        var read = 0L;
        try
        {
            if (format is { } feed)
            {
                using var client = new HttpClient();
                await FeedDownload.RunAsync(client, service, feed, batch => Count(read + batch.Count), stop.Token);
            }
            else
            {
                await LeafAsync(service, new Counter(Count), stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return read;
        }

        return read;

        void Count(long rows)
        {
            read = rows;
            if (read > most)
            {
                stop.Cancel();
            }
        }
    }

    private async Task LeafAsync(Uri service, IProgress<SyncProgress> progress, CancellationToken cancellationToken)
    {
        var path = _folder.NewFile();
        PlainStore.Create(path, options.JournalMode).Dispose();
        await using (var leaf = SalesStore.Open(path, SyncRole.Leaf))
        {
            await leaf.ProvisionAsync(cancellationToken);
            await using var hub = SalesScope.Http(service);
            await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(progress, cancellationToken);
        }

        WorkFolder.Remove(path);
    }

    private static string Megabytes(double megabytes) => megabytes.ToString("0.0 MB", CultureInfo.InvariantCulture);

    private sealed class Counter(Action<long> count) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) => count(value.RowsDone);
    }
}
