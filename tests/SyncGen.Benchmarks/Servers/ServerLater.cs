using System.Globalization;
using SyncGen.Benchmarks.Data;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Servers;

/// <summary>A session of a SQLite leaf that has all rows of a server already, against its first one.</summary>
internal sealed class ServerLater(BenchmarkOptions options, ServerKind kind, int changed) : ServerBenchmark(options, kind)
{
    private const int Sessions = 5;

    private ServerStore? _server;

    protected override string Work => changed == 0
        ? $"nothing changed, {Name}"
        : string.Create(CultureInfo.InvariantCulture, $"{changed:N0} changed rows of {Options.Rows:N0}, {Name}");

    protected override string Against => "the leaf's first synchronisation";

    protected override double? Target => changed == 0 ? 1 / 500.0 : 1 / 50.0;

    protected override async Task PrepareAsync()
    {
        _server = await ServerStore.CreateAsync(Kind, SyncRole.Peer);
        await _server.BulkInsertAsync(ServerStore.Tracked, [.. new SaleSource(seed: 1).Rows(Options.Rows)]);
    }

    protected override async Task<Round> MeasureAsync(int round)
    {
        var path = NewDatabase();
        await SalesStore.ProvisionAsync(path, SyncRole.Leaf);
        await using var hub = _server!.Open(SyncRole.Peer);
        await using var leaf = SalesStore.Open(path, SyncRole.Leaf);
        var first = await Cost.OfAsync(() => SynchronizeAsync(leaf, hub, up: 0, down: Options.Rows));
        await SynchronizeAsync(leaf, hub, up: 0, down: 0);
        var later = default(Cost);
        for (var i = 0; i < Sessions; i++)
        {
            if (changed > 0)
            {
                var rows = (await _server.ReadAllAsync(ServerStore.Tracked)).Where((_, n) => n % (Options.Rows / changed) == i).Take(changed).ToList();
                rows.ForEach(row => row.Quantity++);
                await _server.UpsertAsync(ServerStore.Tracked, rows);
            }

            later += await Cost.OfAsync(() => SynchronizeAsync(leaf, hub, up: 0, down: changed));
        }

        return new Round(later / Sessions, first);
    }
}
