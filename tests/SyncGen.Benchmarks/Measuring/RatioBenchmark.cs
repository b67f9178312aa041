using SyncGen.Benchmarks.Reporting;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Measuring;

/// <summary>
/// A ratio of two pieces of work. The first round is the process's first and compiles everything: it is shown apart; one
/// more round warms up; the median of the others counts.
/// </summary>
internal abstract class RatioBenchmark(BenchmarkOptions options) : Benchmark
{
    protected BenchmarkOptions Options { get; } = options;

    protected WorkFolder Folder { get; } = new();

    /// <summary>What is judged.</summary>
    protected abstract string Work { get; }

    /// <summary>What it is held against.</summary>
    protected abstract string Against { get; }

    /// <summary>The greatest ratio that is good enough; null: the figure is there to be compared with.</summary>
    protected abstract double? Target { get; }

    /// <summary>Makes what all rounds use.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Measures both sides once.</summary>
    protected abstract Task<Round> MeasureAsync(int round);

    public sealed override async Task<ResultLine> RunAsync()
    {
        await PrepareAsync();
        var cold = await MeasureAsync(0);
        await MeasureAsync(1);
        var rounds = new List<Round>();
        for (var i = 0; i < Options.Rounds; i++)
        {
            rounds.Add(await MeasureAsync(i + 2));
        }

        return ResultLine.Of(Work, Against, Target, cold, rounds);
    }

    public override void Dispose() => Folder.Dispose();

    /// <summary>A database file with rows, which nobody has open.</summary>
    protected string NewDatabase(int rows, int seed)
    {
        var path = Folder.NewFile();
        using var store = PlainStore.Create(path, Options.JournalMode);
        store.Insert([.. new Data.SaleSource(seed).Rows(rows)]);
        return path;
    }

    /// <summary>A database file with an empty table, which nobody has open.</summary>
    protected string NewDatabase()
    {
        var path = Folder.NewFile();
        PlainStore.Create(path, Options.JournalMode).Dispose();
        return path;
    }
}
