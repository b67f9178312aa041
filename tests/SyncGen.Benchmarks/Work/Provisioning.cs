using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Work;

/// <summary>Provisions a full table, against an empty one.</summary>
internal sealed class Provisioning(BenchmarkOptions options, SyncRole role) : RatioBenchmark(options)
{
    private const int Rows = 1_000_000;

    /// <summary>Provisioning is so short that several are measured together.</summary>
    private const int Times = 10;

    private string _full = "";

    protected override string Work => $"provisioning a table of 1,000,000 rows as a {role.ToString().ToLowerInvariant()}";

    protected override string Against => "provisioning an empty one";

    protected override double? Target => 1.5;

    protected override Task PrepareAsync()
    {
        _full = NewDatabase(Rows, seed: 1);
        return Task.CompletedTask;
    }

    protected override async Task<Round> MeasureAsync(int round)
    {
        var path = NewDatabase();
        var empty = await ProvisionAsync(path);
        WorkFolder.Remove(path);
        return new Round(await ProvisionAsync(_full), empty);
    }

    private async Task<Cost> ProvisionAsync(string path)
    {
        await using var store = SalesStore.Open(path, role);
        var cost = default(Cost);
        for (var i = 0; i < Times; i++)
        {
            cost += await Cost.OfAsync(() => store.ProvisionAsync());
            await store.DeprovisionAsync();
        }

        return cost / Times;
    }
}
