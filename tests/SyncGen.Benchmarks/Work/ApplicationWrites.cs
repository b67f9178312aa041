using SyncGen.Benchmarks.Data;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Work;

/// <summary>An application writes to a table that is tracked, against the same on one that is not.</summary>
/// <param name="options">What to measure.</param>
/// <param name="kind">What it does with the rows.</param>
internal sealed class ApplicationWrites(BenchmarkOptions options, WriteKind kind) : RatioBenchmark(options)
{
    private readonly List<Sale> _rows = [.. new SaleSource(seed: 1).Rows(options.Rows)];

    protected override string Work => $"application writes on a tracked table, {kind.ToString().ToLowerInvariant()}";

    protected override string Against => "the same on an untracked table";

    protected override double? Target => 1.6;

    protected override async Task<Round> MeasureAsync(int round)
    {
        if (round % 2 == 0)
        {
            var plain = await WriteAsync(tracked: false);
            return new Round(await WriteAsync(tracked: true), plain);
        }

        return new Round(await WriteAsync(tracked: true), await WriteAsync(tracked: false));
    }

    private async Task<Cost> WriteAsync(bool tracked)
    {
        var path = kind == WriteKind.Inserts ? NewDatabase() : NewDatabase(Options.Rows, seed: 1);
        if (tracked)
        {
            await SalesStore.ProvisionAsync(path, SyncRole.Leaf);
        }

        using var application = PlainStore.Open(path);
        var cost = await Cost.OfAsync(() =>
        {
            switch (kind)
            {
                case WriteKind.Inserts:
                    application.Insert(_rows);
                    break;
                case WriteKind.Updates:
                    application.Update(_rows);
                    break;
                default:
                    application.Delete(_rows);
                    break;
            }
        });
        application.Dispose();
        WorkFolder.Remove(path);
        return cost;
    }
}
