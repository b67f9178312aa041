using SyncGen.Benchmarks.Measuring;

namespace SyncGen.Benchmarks.Wire;

/// <summary>What a first synchronisation sends over the wire, against the size of the hub's file: bytes in the place of seconds.</summary>
internal sealed class BytesOverHttp(BenchmarkOptions options) : WireBenchmark(options)
{
    protected override string Work => "bytes of a first synchronisation, compact and packed";

    protected override string Against => "bytes of the hub's file";

    protected override double? Target => 1 / 8.0;

    protected override async Task<Round> MeasureAsync(int round)
    {
        Service.TakeBytes();
        await FirstAsync(overHttp: true);
        var bytes = (double)Service.TakeBytes();
        var file = (double)new FileInfo(Hub).Length;
        return new Round(new Cost(bytes, bytes), new Cost(file, file));
    }
}
