using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Abstractions;

namespace SyncGen.Sqlite.Tests.OneWriter;

/// <summary>
/// Where a single store writes, nothing is in conflict, and all others end with its rows: whatever its foreign keys do,
/// wherever batches end and sessions break off. SYNCGEN_HISTORIES says how many histories, SYNCGEN_SEED the first seed.
/// </summary>
public sealed class OneWriterTests(ITestOutputHelper output)
{
    private const int HistoriesInCi = 150;
    private const int FailuresMax = 3;

    [Fact]
    public async Task All_stores_end_with_the_rows_of_the_one_that_writes()
    {
        var first = NumberOf("SYNCGEN_SEED", 1);
        var count = NumberOf("SYNCGEN_HISTORIES", HistoriesInCi);
        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(first, count), async (seed, _) =>
        {
            if (failures.Count < FailuresMax && await OneWriterRun.RunAsync(seed) is { } failure)
            {
                failures.Add(failure);
            }
        });

        output.WriteLine($"{count} histories from seed {first}");
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures.OrderBy(failure => failure.Length)));
    }

    private static int NumberOf(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
