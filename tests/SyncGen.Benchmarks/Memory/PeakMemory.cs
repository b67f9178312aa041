using System.Globalization;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Reporting;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Memory;

/// <summary>
/// The most memory that a first synchronisation takes, both stores in one process, over what the process has when it is
/// idle: after a session of a few rows, which loads and compiles all code, and a full collection. Resident memory of the
/// whole process, SQLite's and the runtime's included, as the operating system counts it (<c>VmRSS</c> before,
/// <c>VmHWM</c> after, reset in between).
/// </summary>
internal sealed class PeakMemory(BenchmarkOptions options, SyncRole role, int rows) : Benchmark
{
    private const int WarmUpRows = 2_000;
    private const double TargetMegabytes = 48;

    private readonly WorkFolder _folder = new();

    public override async Task<ResultLine> RunAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            await SynchronizeAsync(WarmUpRows, () => { });
        }

        long idle = 0;
        await SynchronizeAsync(rows, () => idle = ResidentMemory.ReadIdle());
        var peak = ResidentMemory.ReadPeak();
        var over = (peak - idle) / 1e6;
        return new ResultLine
        {
            Work = string.Create(CultureInfo.InvariantCulture, $"peak memory over idle, first synchronisation of a {role.ToString().ToLowerInvariant()}, {rows:N0} rows"),
            Against = "",
            Target = Megabytes(TargetMegabytes),
            Median = Megabytes(over),
            Times = $"{Megabytes(peak / 1e6)} : {Megabytes(idle / 1e6)}",
            Met = over <= TargetMegabytes ? "yes" : "NO",
        };
    }

    public override void Dispose() => _folder.Dispose();

    private async Task SynchronizeAsync(int count, Action before)
    {
        var (hubPath, path) = (_folder.NewFile(), _folder.NewFile());
        PlainStore.Create(path, options.JournalMode).Dispose();
        using (var store = PlainStore.Create(hubPath, options.JournalMode))
        {
            // By parts, so that making the rows leaves no great heap behind.
            var source = new Data.SaleSource(seed: 1);
            for (var i = 0; i < count; i += WarmUpRows)
            {
                store.Insert([.. source.Rows(Math.Min(WarmUpRows, count - i))]);
            }
        }

        await using var hub = SalesStore.Open(hubPath, SyncRole.Peer);
        await using var client = SalesStore.Open(path, role);
        await hub.ProvisionAsync();
        await client.ProvisionAsync();
        before();
        await SalesStore.SynchronizeAsync(client, hub, up: 0, down: count);
    }

    private static string Megabytes(double megabytes) => megabytes.ToString("0.0 MB", CultureInfo.InvariantCulture);
}
