using System.Globalization;
using SyncGen.Benchmarks.Reporting;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Wire;

/// <summary>What a session in which nothing happened sends over the wire, up and down, headers too.</summary>
internal sealed class NothingOverHttp(BenchmarkOptions options) : Benchmark
{
    private const int Sessions = 10;
    private const long TargetBytes = 1024;

    private readonly WorkFolder _folder = new();

    public override async Task<ResultLine> RunAsync()
    {
        var (hubPath, path) = (_folder.NewFile(), _folder.NewFile());
        using (var store = PlainStore.Create(hubPath, options.JournalMode))
        {
            store.Insert([.. new Data.SaleSource(seed: 1).Rows(options.Rows)]);
        }

        PlainStore.Create(path, options.JournalMode).Dispose();
        await SalesStore.ProvisionAsync(hubPath, SyncRole.Peer);
        await SalesStore.ProvisionAsync(path, SyncRole.Leaf);
        await using var service = await SalesService.StartAsync(hubPath);
        await using var hub = service.Open();
        await using var leaf = SalesStore.Open(path, SyncRole.Leaf);
        await SalesStore.SynchronizeAsync(leaf, hub, up: 0, down: options.Rows);
        var most = 0L;
        for (var i = 0; i < Sessions; i++)
        {
            service.TakeBytes();
            await SalesStore.SynchronizeAsync(leaf, hub, up: 0, down: 0);
            most = Math.Max(most, service.TakeBytes());
        }

        return new ResultLine
        {
            Work = "bytes of a session in which nothing happened, up and down, headers too",
            Against = "",
            Target = Bytes(TargetBytes),
            Median = Bytes(most),
            Met = most <= TargetBytes ? "yes" : "NO",
        };
    }

    public override void Dispose() => _folder.Dispose();

    private static string Bytes(long bytes) => bytes.ToString("0 B", CultureInfo.InvariantCulture);
}
