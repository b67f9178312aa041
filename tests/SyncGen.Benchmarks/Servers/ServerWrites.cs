using SyncGen.Benchmarks.Data;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Model;

namespace SyncGen.Benchmarks.Servers;

/// <summary>An application writes to a server's table that is tracked, against the same on one that is not.</summary>
internal sealed class ServerWrites(BenchmarkOptions options, ServerKind kind, bool bulk) : ServerBenchmark(options, kind)
{
    private readonly List<Sale> _rows = [.. new SaleSource(seed: 1).Rows(options.Rows)];

    protected override string Work => $"{(bulk ? "bulk copy" : "multi-row inserts")} into a tracked table of {Name}";

    protected override string Against => "the same into an untracked table";

    protected override double? Target => bulk ? 2.2 : 1.6;

    protected override async Task<Round> MeasureAsync(int round)
    {
        await using var server = await ServerStore.CreateAsync(Kind, SyncRole.Peer);
        var plain = round % 2 == 0 ? await WriteAsync(server, ServerStore.Plain) : default;
        var work = await WriteAsync(server, ServerStore.Tracked);
        return new Round(work, round % 2 == 0 ? plain : await WriteAsync(server, ServerStore.Plain));
    }

    private Task<Cost> WriteAsync(ServerStore server, string table) =>
        Cost.OfAsync(() => bulk ? server.BulkInsertAsync(table, _rows) : server.InsertAsync(table, _rows));
}
