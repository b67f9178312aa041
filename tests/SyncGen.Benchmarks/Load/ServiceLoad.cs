using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SyncGen.Benchmarks.Data;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Reporting;
using SyncGen.Benchmarks.Stores;
using SyncGen.Benchmarks.Wire;
using SyncGen.Http;

namespace SyncGen.Benchmarks.Load;

/// <summary>
/// Many leaves synchronise with one service at once, over a network with faults, and edit in between. None may end with an error, and in
/// the end all hold what the hub holds. The service has a process of its own; its memory is counted from its start, idle.
/// </summary>
internal sealed class ServiceLoad(BenchmarkOptions options) : Benchmark
{
    // What the last edits of all became reaches a leaf that was early in one session more.
    private const int LastRounds = 2;

    private readonly WorkFolder _folder = new();
    private readonly ConcurrentBag<TimeSpan> _times = [];
    private readonly ConcurrentBag<Exception> _errors = [];

    public override async Task<ResultLine> RunAsync()
    {
        var hub = _folder.NewFile();
        using (var store = PlainStore.Create(hub, options.JournalMode))
        {
            store.Insert([.. new SaleSource(options.Seed).Rows(options.RowsEach)]);
        }

        await SalesStore.ProvisionAsync(hub, SyncRole.Peer);
        await using var service = await ServiceProcess.StartAsync(hub);
        using var network = new FaultyNetwork(options.FaultPercent, options.Seed);
        var services = new ServiceCollection();
        services.AddSyncGenClient().ConfigurePrimaryHttpMessageHandler(() => network).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        await using var provider = services.BuildServiceProvider();
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var leaves = await LeavesAsync(service.Address, clients);
        var idle = await service.ReadIdleAsync();
        var start = Stopwatch.GetTimestamp();
        await SynchronizeAsync(leaves);
        for (var round = 0; round < options.Rounds; round++)
        {
            await Parallel.ForEachAsync(leaves, (leaf, _) =>
            {
                leaf.Edit();
                return ValueTask.CompletedTask;
            });
            await SynchronizeAsync(leaves);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var peak = await service.ReadPeakAsync();
        var (sessions, percentiles) = (_times.Count, Percentiles());
        network.IsOn = false;
        for (var round = 0; round < LastRounds; round++)
        {
            await SynchronizeAsync(leaves);
        }

        var differing = leaves.Count(leaf => leaf.Digest() != RowDigest.Of(hub));
        foreach (var leaf in leaves)
        {
            await leaf.DisposeAsync();
        }

        foreach (var error in _errors.GroupBy(error => error.Message))
        {
            await Console.Error.WriteLineAsync($"{error.Count()} × {error.First()}");
        }

        return new ResultLine
        {
            Work = string.Create(CultureInfo.InvariantCulture, $"{options.Leaves} leaves at once, {options.RowsEach:N0} rows each and more, {options.Rounds} rounds of edits, {network.Faults:N0} of {network.Requests:N0} requests faulty: errors + leaves that differ"),
            Against = string.Create(CultureInfo.InvariantCulture, $"{sessions / seconds:0} sessions/s; service {(peak - idle) / 1e6:0} MB over idle"),
            Target = "0",
            Median = string.Create(CultureInfo.InvariantCulture, $"{_errors.Count} + {differing}"),
            Times = percentiles,
            Met = _errors.IsEmpty && differing == 0 ? "yes" : "NO",
        };
    }

    public override void Dispose() => _folder.Dispose();

    private async Task<List<LoadLeaf>> LeavesAsync(Uri service, IHttpClientFactory clients)
    {
        var leaves = new List<LoadLeaf>();
        for (var i = 0; i < options.Leaves; i++)
        {
            var hub = SalesScope.Http(service, new HttpProviderOptions { Client = clients.CreateSyncGenClient });
            leaves.Add(await LoadLeaf.CreateAsync(_folder.NewFile(), options.JournalMode, hub, unchecked((options.Seed * 1_000_003) + i + 1)));
        }

        return leaves;
    }

    // All at once.
    private Task SynchronizeAsync(IEnumerable<LoadLeaf> leaves) => Task.WhenAll(leaves.Select(async leaf =>
    {
        try
        {
            _times.Add(await leaf.SynchronizeAsync());
        }
        catch (SyncException error)
        {
            _errors.Add(error);
        }
    }));

    private string Percentiles()
    {
        var sorted = _times.Order().ToList();
        return string.Join("; ", new[] { 50, 90, 99, 100 }.Select(percent =>
            $"{percent} %: {ResultLine.Time(sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)].TotalSeconds)}"));
    }
}
