using System.Collections.Concurrent;
using System.Diagnostics;
using SyncGen.Histories.Tests.Databases;
using SyncGen.Histories.Tests.Runs;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.Histories.Tests;

/// <summary>
/// Random histories of real stores, checked against what really happened. SYNCGEN_HISTORIES says how many,
/// SYNCGEN_SEED the first seed.
/// </summary>
public sealed class RandomHistoryTests(ITestOutputHelper output)
{
    private const int HistoriesInCi = 300;
    private const int MixedHistoriesInCi = 15;
    private const int HttpHistoriesInCi = 30;
    private const int MixedHttpHistoriesInCi = 6;
    private const int FailuresMax = 5;

    [Fact]
    public Task Stores_agree_in_the_end_and_lose_nothing() => RunAsync(HistoryPlan.Of, HistoriesInCi);

    /// <summary>The same histories, but stores of all databases meet.</summary>
    [RequiresFact(Requirement.Servers)]
    public Task Mixed_stores_agree_in_the_end_and_lose_nothing() => RunAsync(HistoryPlan.Mixed, MixedHistoriesInCi);

    /// <summary>The same histories, but a service stands before each hub, and before one of two peers.</summary>
    [Fact]
    public Task Stores_over_http_agree_in_the_end_and_lose_nothing() => RunAsync(HistoryPlan.OverHttp, HttpHistoriesInCi);

    /// <summary>The same over HTTP, with stores of all databases.</summary>
    [RequiresFact(Requirement.Servers)]
    public Task Mixed_stores_over_http_agree_in_the_end_and_lose_nothing() => RunAsync(HistoryPlan.MixedOverHttp, MixedHttpHistoriesInCi);

    /// <summary>Histories in which something was lost once, or seemed to be.</summary>
    [Theory]
    [InlineData(10363)]
    [InlineData(20208)]
    [InlineData(106363)]
    [InlineData(705290)]
    [InlineData(709852)]
    [InlineData(1209571)]
    public async Task A_history_that_failed_once_holds(int seed)
    {
        await using var databases = new HistoryDatabases();
        Assert.Null((await History.RunAsync(HistoryPlan.Of(seed), databases)).Failure);
    }

    private async Task RunAsync(Func<int, HistoryPlan> planOf, int otherwise)
    {
        var first = NumberOf("SYNCGEN_SEED", 1);
        var count = NumberOf("SYNCGEN_HISTORIES", otherwise);
        var results = new ConcurrentBag<HistoryResult>();
        var started = Stopwatch.StartNew();
        await using var databases = new HistoryDatabases();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(Enumerable.Range(first, count), options, async (seed, _) =>
        {
            if (results.Count(result => result.Failure is not null) < FailuresMax)
            {
                results.Add(await History.RunAsync(planOf(seed), databases));
            }
        });

        var failures = results.Where(result => result.Failure is not null).OrderBy(result => result.Failure!.Length).ToList();
        output.WriteLine($"{results.Count} histories from seed {first}: {results.Sum(result => result.Sessions)} sessions, "
            + $"{results.Sum(result => result.Writes)} writes, {results.Sum(result => result.Conflicts)} conflicts, "
            + $"{results.Sum(result => result.FalseConflicts)} of them reported though one side had seen the other; "
            + $"{results.Count / started.Elapsed.TotalSeconds:F1} histories a second");
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n\n", failures.Select(result => result.Failure))}");
    }

    private static int NumberOf(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text) : otherwise;
}
