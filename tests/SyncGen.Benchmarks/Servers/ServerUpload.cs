using SyncGen.Benchmarks.Data;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Stores;
using SyncGen.Providers;

namespace SyncGen.Benchmarks.Servers;

/// <summary>A leaf in a SQLite file sends its edits up to a server, against multi-row upserts of as many rows.</summary>
internal sealed class ServerUpload(BenchmarkOptions options, ServerKind kind, bool updates) : ServerBenchmark(options, kind)
{
    private const int Edits = 10_000;

    private readonly SaleSource _new = new(seed: 2);
    private ServerStore? _server;
    private SyncProvider? _hub, _leaf;
    private string _path = "";

    protected override string Work => $"upload of 10,000 edits to {Name}, {(updates ? "changed rows" : "new rows")}";

    protected override string Against => "multi-row upserts of 10,000 rows";

    protected override double? Target => 3;

    protected override async Task PrepareAsync()
    {
        _server = await ServerStore.CreateAsync(Kind, SyncRole.Peer);
        List<Sale> rows = [.. new SaleSource(seed: 1).Rows(Options.Rows)];
        await _server.BulkInsertAsync(ServerStore.Tracked, rows);
        await _server.BulkInsertAsync(ServerStore.Plain, rows);
        _path = NewDatabase();
        _hub = _server.Open(SyncRole.Peer);
        _leaf = SalesStore.Open(_path, SyncRole.Leaf);
        await _leaf.ProvisionAsync();
        await SynchronizeAsync(_leaf, _hub, up: 0, down: Options.Rows);
    }

    protected override async Task<Round> MeasureAsync(int round)
    {
        List<Sale> rows;
        using (var application = PlainStore.Open(_path))
        {
            rows = updates ? application.ReadEvery(Options.Rows / Edits, offset: 0, Edits) : [.. _new.Rows(Edits)];
            if (updates)
            {
                application.Update(rows);
            }
            else
            {
                application.Insert(rows);
            }
        }

        var upload = await Cost.OfAsync(() => SynchronizeAsync(_leaf!, _hub!, up: Edits, down: 0));
        return new Round(upload, await Cost.OfAsync(() => _server!.UpsertAsync(ServerStore.Plain, rows)));
    }

    public override void Dispose()
    {
        _hub?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _leaf?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose();
    }
}
