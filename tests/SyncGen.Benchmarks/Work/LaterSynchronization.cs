using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Stores;
using SyncGen.Sqlite;

namespace SyncGen.Benchmarks.Work;

/// <summary>A session of a leaf that has all rows already, against its first one.</summary>
/// <param name="options">What to measure.</param>
/// <param name="changed">How many rows have changed at the hub since; 0: none.</param>
internal sealed class LaterSynchronization(BenchmarkOptions options, int changed) : RatioBenchmark(options)
{
    /// <summary>Sessions without changes are so short that several are measured together.</summary>
    private const int EmptySessions = 20;

    private const int ChangedSessions = 5;

    private string _hub = "";

    protected override string Work => changed == 0
        ? "nothing changed"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{changed:N0} changed rows of {Options.Rows:N0}, leaf");

    protected override string Against => "the leaf's first synchronisation";

    protected override double? Target => changed == 0 ? 1 / 500.0 : 1 / 50.0;

    protected override async Task PrepareAsync()
    {
        _hub = NewDatabase(Options.Rows, seed: 1);
        await SalesStore.ProvisionAsync(_hub, SyncRole.Peer);
    }

    protected override async Task<Round> MeasureAsync(int round)
    {
        var path = NewDatabase();
        await SalesStore.ProvisionAsync(path, SyncRole.Leaf);
        await using var hub = SalesStore.Open(_hub, SyncRole.Peer);
        await using var leaf = SalesStore.Open(path, SyncRole.Leaf);
        var first = await Cost.OfAsync(() => SalesStore.SynchronizeAsync(leaf, hub, up: 0, down: Options.Rows));
        var later = changed == 0 ? await NothingAsync(leaf, hub) : await ChangedAsync(leaf, hub);
        await leaf.DisposeAsync();
        WorkFolder.Remove(path);
        return new Round(later, first);
    }

    private async Task<Cost> ChangedAsync(SqliteProvider leaf, SqliteProvider hub)
    {
        var cost = default(Cost);
        for (var i = 0; i < ChangedSessions; i++)
        {
            using (var application = PlainStore.Open(_hub))
            {
                application.Update(application.ReadEvery(Options.Rows / changed, offset: i, changed));
            }

            cost += await Cost.OfAsync(() => SalesStore.SynchronizeAsync(leaf, hub, up: 0, down: changed));
        }

        return cost / ChangedSessions;
    }

    private static async Task<Cost> NothingAsync(SqliteProvider leaf, SqliteProvider hub)
    {
        await SalesStore.SynchronizeAsync(leaf, hub, up: 0, down: 0);
        return await Cost.OfAsync(async () =>
        {
            for (var i = 0; i < EmptySessions; i++)
            {
                await SalesStore.SynchronizeAsync(leaf, hub, up: 0, down: 0);
            }
        }) / EmptySessions;
    }
}
