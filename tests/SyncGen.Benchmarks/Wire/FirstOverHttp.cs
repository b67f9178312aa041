using SyncGen.Benchmarks.Measuring;

namespace SyncGen.Benchmarks.Wire;

/// <summary>A new leaf takes all rows over loopback, against the same from the hub's file.</summary>
internal sealed class FirstOverHttp(BenchmarkOptions options) : WireBenchmark(options)
{
    protected override string Work => "first synchronisation of a leaf over HTTP, compact";

    protected override string Against => "the same in process";

    protected override double? Target => 1.8;

    protected override async Task<Round> MeasureAsync(int round)
    {
        // Who goes first alternates, so that neither profits from what the other leaves in caches.
        if (round % 2 == 0)
        {
            var local = await FirstAsync(overHttp: false);
            return new Round(await FirstAsync(overHttp: true), local);
        }

        return new Round(await FirstAsync(overHttp: true), await FirstAsync(overHttp: false));
    }
}
