using SyncGen.Benchmarks.Data;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Servers;

/// <summary>A new store of a server takes all rows of a hub in a SQLite file, against putting the same rows into a table.</summary>
internal sealed class IntoServer(BenchmarkOptions options, ServerKind kind, SyncRole role) : ServerBenchmark(options, kind)
{
    private readonly List<Model.Sale> _rows = [.. new SaleSource(seed: 1).Rows(options.Rows)];
    private string _hub = "";

    protected override string Work => $"first synchronisation into {Name}, {role.ToString().ToLowerInvariant()}";

    protected override string Against => Kind == ServerKind.PostgreSql ? "COPY of the same rows" : "multi-row inserts of the same rows";

    protected override double? Target => Kind == ServerKind.PostgreSql ? 3 : 2;

    protected override async Task PrepareAsync()
    {
        _hub = NewDatabase(Options.Rows, seed: 1);
        await SalesStore.ProvisionAsync(_hub, SyncRole.Peer);
    }

    protected override async Task<Round> MeasureAsync(int round)
    {
        await using var server = await ServerStore.CreateAsync(Kind, role);
        await using var hub = SalesStore.Open(_hub, SyncRole.Peer);
        await using var store = server.Open(role);
        var plain = round % 2 == 0 ? await PlainAsync(server) : default;
        var work = await Cost.OfAsync(() => SynchronizeAsync(store, hub, up: 0, down: Options.Rows));
        return new Round(work, round % 2 == 0 ? plain : await PlainAsync(server));
    }

    private Task<Cost> PlainAsync(ServerStore server) => Cost.OfAsync(() => server.BulkInsertAsync(ServerStore.Plain, _rows));
}
