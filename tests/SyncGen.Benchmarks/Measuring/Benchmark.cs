using SyncGen.Benchmarks.Reporting;

namespace SyncGen.Benchmarks.Measuring;

/// <summary>One line of the table. Runs in a process of its own.</summary>
internal abstract class Benchmark : IDisposable
{
    /// <summary>Measures.</summary>
    public abstract Task<ResultLine> RunAsync();

    public virtual void Dispose()
    {
    }
}
