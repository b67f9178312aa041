using System.Collections.Concurrent;
using System.Diagnostics;
using SyncGen.Sqlite.Crashes.Tests.Runs;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.Sqlite.Crashes.Tests;

/// <summary>
/// Processes killed while they provision, write and synchronise. SYNCGEN_KILLS says how many, SYNCGEN_SEED the first seed.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int KillsInCi = 40;
    private const int KillsPerWorld = 10;

    [Fact]
    public async Task Nothing_is_lost_or_doubled_by_a_kill()
    {
        var first = NumberOf("SYNCGEN_SEED", 1);
        var kills = NumberOf("SYNCGEN_KILLS", KillsInCi);
        var results = new ConcurrentBag<WorldResult>();
        var started = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(Enumerable.Range(0, (kills + KillsPerWorld - 1) / KillsPerWorld), options, async (world, _) =>
        {
            using var folder = new TemporaryFolder();
            results.Add(await World.RunAsync(first + world, Math.Min(KillsPerWorld, kills - (world * KillsPerWorld)), folder.Path));
        });

        var failures = results.Where(result => result.Failure is not null).OrderBy(result => result.Seed).ToList();
        output.WriteLine($"{results.Sum(result => result.Kills)} kills in {results.Count} worlds from seed {first}: "
            + $"{results.Sum(result => result.WithinTransactions)} left a journal to be rolled back, {results.Sum(result => result.WithinSessions)} stores were half read; "
            + $"{results.Sum(result => result.Committed)} transactions committed, {results.Sum(result => result.Unreported)} of them unreported, "
            + $"{results.Sum(result => result.RolledBack)} rolled back, {results.Sum(result => result.Conflicts)} conflicts; "
            + $"{started.Elapsed.TotalSeconds:F1} s");
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n\n", failures.Select(result => result.Failure))}");
    }

    private static int NumberOf(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text) : otherwise;
}
