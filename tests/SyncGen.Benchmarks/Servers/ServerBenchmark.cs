using SyncGen.Benchmarks.Measuring;
using SyncGen.Providers;

namespace SyncGen.Benchmarks.Servers;

/// <summary>A ratio that a server takes part in. Processor time is this process's alone.</summary>
internal abstract class ServerBenchmark(BenchmarkOptions options, ServerKind kind) : RatioBenchmark(options)
{
    protected ServerKind Kind { get; } = kind;

    protected string Name => Kind == ServerKind.PostgreSql ? "PostgreSQL" : "MariaDB";

    /// <summary>One session between two stores, which must move as many rows as expected.</summary>
    protected static async Task SynchronizeAsync(SyncProvider client, SyncProvider server, long up, long down)
    {
        var result = await SyncOrchestrator.Between(client, server).SynchronizeAsync();
        if (result.Upload.Total.Written != up || result.Download.Total.Written != down || result.HasConflicts || result.HasQuarantined)
        {
            throw new InvalidOperationException($"Expected {up} rows up and {down} down, but got {result}.");
        }
    }
}
