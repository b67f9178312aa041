using SyncGen.Benchmarks.Generation;
using SyncGen.Benchmarks.Load;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Memory;
using SyncGen.Benchmarks.Servers;
using SyncGen.Benchmarks.Wire;
using SyncGen.Benchmarks.Work;
using SyncGen.OData.Feeds;

namespace SyncGen.Benchmarks;

/// <summary>All benchmarks, by name, in the order of the table.</summary>
internal static class BenchmarkList
{
    private const int Million = 1_000_000;

    public static IReadOnlyList<(string Name, Func<BenchmarkOptions, Benchmark> Create)> All { get; } =
    [
        ("leaf-first", options => new FirstSynchronization(options, SyncRole.Leaf, tracked: false)),
        ("peer-first", options => new FirstSynchronization(options, SyncRole.Peer, tracked: false)),
        ("peer-first-tracked", options => new FirstSynchronization(options, SyncRole.Peer, tracked: true)),
        ("leaf-changed", options => new LaterSynchronization(options, changed: 1_000)),
        ("leaf-changed-plain", options => new ChangedRows(options)),
        ("leaf-nothing", options => new LaterSynchronization(options, changed: 0)),
        ("upload-new", options => new Upload(options, updates: false)),
        ("upload-changed", options => new Upload(options, updates: true)),
        ("writes-inserts", options => new ApplicationWrites(options, WriteKind.Inserts)),
        ("writes-updates", options => new ApplicationWrites(options, WriteKind.Updates)),
        ("writes-deletes", options => new ApplicationWrites(options, WriteKind.Deletes)),
        ("memory-leaf", options => new PeakMemory(options, SyncRole.Leaf, options.Rows)),
        ("memory-leaf-million", options => new PeakMemory(options, SyncRole.Leaf, Million)),
        ("memory-peer", options => new PeakMemory(options, SyncRole.Peer, options.Rows)),
        ("memory-peer-million", options => new PeakMemory(options, SyncRole.Peer, Million)),
        ("provisioning-leaf", options => new Provisioning(options, SyncRole.Leaf)),
        ("provisioning-peer", options => new Provisioning(options, SyncRole.Peer)),
        ("http-first", options => new FirstOverHttp(options)),
        ("http-bytes", options => new BytesOverHttp(options)),
        ("http-json", options => new FirstOverFeed(options, FeedFormat.Json)),
        ("http-atom", options => new FirstOverFeed(options, FeedFormat.Atom)),
        ("http-changed", options => new LaterOverHttp(options, changed: 1_000)),
        ("http-nothing", options => new LaterOverHttp(options, changed: 0)),
        ("http-nothing-bytes", options => new NothingOverHttp(options)),
        .. Memories("http-memory", null),
        .. Memories("http-memory-json", FeedFormat.Json),
        .. Memories("http-memory-atom", FeedFormat.Atom),
        ("http-load", options => new ServiceLoad(options)),
        .. Servers("postgresql", ServerKind.PostgreSql),
        .. Servers("mariadb", ServerKind.MariaDb),
        ("generator", options => new GeneratorSpeed(options)),
    ];

    private static IEnumerable<(string Name, Func<BenchmarkOptions, Benchmark> Create)> Memories(string name, FeedFormat? format) =>
    [
        (name, options => new ServiceMemory(options, format, options.Rows)),
        ($"{name}-four", options => new ServiceMemory(options, format, 4 * options.Rows)),
    ];

    // They need a server's programs installed, or a variable that names a running one: --only says which to run.
    private static IEnumerable<(string Name, Func<BenchmarkOptions, Benchmark> Create)> Servers(string name, ServerKind kind) =>
    [
        ($"{name}-into-peer", options => new IntoServer(options, kind, SyncRole.Peer)),
        ($"{name}-into-leaf", options => new IntoServer(options, kind, SyncRole.Leaf)),
        ($"{name}-out", options => new OutOfServer(options, kind)),
        ($"{name}-upload-new", options => new ServerUpload(options, kind, updates: false)),
        ($"{name}-upload-changed", options => new ServerUpload(options, kind, updates: true)),
        ($"{name}-changed", options => new ServerLater(options, kind, changed: 1_000)),
        ($"{name}-nothing", options => new ServerLater(options, kind, changed: 0)),
        ($"{name}-writes", options => new ServerWrites(options, kind, bulk: false)),
        ($"{name}-writes-bulk", options => new ServerWrites(options, kind, bulk: true)),
        ($"{name}-throughput", options => new Throughput(options, kind)),
    ];
}
