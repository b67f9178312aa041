using SyncGen.Benchmarks.Data;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Stores;
using SyncGen.Sqlite;

namespace SyncGen.Benchmarks.Work;

/// <summary>A leaf sends its edits up, against inserting as many rows into a table that holds as many as the hub's.</summary>
/// <param name="options">What to measure.</param>
/// <param name="updates">Whether the edits change rows that the hub has; else they are new rows.</param>
internal sealed class Upload(BenchmarkOptions options, bool updates) : RatioBenchmark(options)
{
    private const int Edits = 10_000;

    private readonly SaleSource _new = new(seed: 2);
    private string _hubPath = "", _leafPath = "", _plainPath = "";
    private SqliteProvider? _hub, _leaf;

    protected override string Work => $"upload of 10,000 edits by a leaf, {(updates ? "changed rows" : "new rows")}";

    protected override string Against => "plain insert of 10,000 rows";

    protected override double? Target => 2.5;

    protected override async Task PrepareAsync()
    {
        _hubPath = NewDatabase(Options.Rows, seed: 1);
        _plainPath = Folder.Copy(_hubPath);
        _leafPath = NewDatabase();
        _hub = SalesStore.Open(_hubPath, SyncRole.Peer);
        _leaf = SalesStore.Open(_leafPath, SyncRole.Leaf);
        await _hub.ProvisionAsync();
        await _leaf.ProvisionAsync();
        await SalesStore.SynchronizeAsync(_leaf, _hub, up: 0, down: Options.Rows);
    }

    protected override async Task<Round> MeasureAsync(int round)
    {
        List<Sale> rows = [.. _new.Rows(Edits)];
        using (var application = PlainStore.Open(_leafPath))
        {
            if (updates)
            {
                application.Update(application.ReadEvery(Options.Rows / Edits, offset: 0, Edits));
            }
            else
            {
                application.Insert(rows);
            }
        }

        var upload = await Cost.OfAsync(() => SalesStore.SynchronizeAsync(_leaf!, _hub!, up: Edits, down: 0));
        using var plain = PlainStore.Open(_plainPath);
        var insert = await Cost.OfAsync(() => plain.Insert(rows));
        if (updates)
        {
            // The hub's table did not grow, so the plain one shall not either.
            plain.Delete(rows);
        }

        return new Round(upload, insert);
    }

    public override void Dispose()
    {
        _hub?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _leaf?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose();
    }
}
