using System.Diagnostics;

namespace SyncGen.Benchmarks.Measuring;

/// <summary>What a piece of work cost.</summary>
/// <param name="Seconds">Time that passed.</param>
/// <param name="ProcessorSeconds">Time that this process used on all processors: the steadier figure on a busy machine.</param>
internal readonly record struct Cost(double Seconds, double ProcessorSeconds)
{
    public static async Task<Cost> OfAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        process.Refresh();
        var processor = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await work();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return new Cost(seconds, (process.TotalProcessorTime - processor).TotalSeconds);
    }

    public static Task<Cost> OfAsync(Action work) => OfAsync(() =>
    {
        work();
        return Task.CompletedTask;
    });

    public static Cost operator +(Cost left, Cost right) =>
        new(left.Seconds + right.Seconds, left.ProcessorSeconds + right.ProcessorSeconds);

    public static Cost operator /(Cost cost, int times) => new(cost.Seconds / times, cost.ProcessorSeconds / times);
}
