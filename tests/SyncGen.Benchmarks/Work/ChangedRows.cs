using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Stores;
using SyncGen.Sqlite;

namespace SyncGen.Benchmarks.Work;

/// <summary>
/// Some changed rows from all over a table come to a leaf, against the least that plain SQL needs for that: one that knows
/// which rows they are, reads them by their keys, and updates them in the other database in one transaction.
/// </summary>
internal sealed class ChangedRows(BenchmarkOptions options) : RatioBenchmark(options)
{
    private const int Changed = 1_000;

    private string _hubPath = "", _plainHubPath = "", _plainLeafPath = "";
    private SqliteProvider? _hub, _leaf;

    protected override string Work =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Changed:N0} changed rows of {Options.Rows:N0}, leaf");

    protected override string Against => "plain read and update of these rows by key";

    protected override double? Target => null;

    protected override async Task PrepareAsync()
    {
        _hubPath = NewDatabase(Options.Rows, seed: 1);
        _plainHubPath = Folder.Copy(_hubPath);
        _plainLeafPath = Folder.Copy(_hubPath);
        _hub = SalesStore.Open(_hubPath, SyncRole.Peer);
        _leaf = SalesStore.Open(NewDatabase(), SyncRole.Leaf);
        await _hub.ProvisionAsync();
        await _leaf.ProvisionAsync();
        await SalesStore.SynchronizeAsync(_leaf, _hub, up: 0, down: Options.Rows);
    }

    protected override async Task<Round> MeasureAsync(int round)
    {
        using var plainHub = PlainStore.Open(_plainHubPath);
        using var plainLeaf = PlainStore.Open(_plainLeafPath);
        var rows = plainHub.ReadEvery(Options.Rows / Changed, offset: round, Changed);
        plainHub.Update(rows);
        using (var application = PlainStore.Open(_hubPath))
        {
            application.Update(rows);
        }

        List<Guid> keys = [.. rows.Select(row => row.Id)];
        var session = await Cost.OfAsync(() => SalesStore.SynchronizeAsync(_leaf!, _hub!, up: 0, down: Changed));
        var plain = await Cost.OfAsync(() => plainLeaf.Replace(plainHub.Read(keys)));
        return new Round(session, plain);
    }

    public override void Dispose()
    {
        _hub?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _leaf?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose();
    }
}
