using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.Providers.Specification;

/// <summary>
/// Random histories of rows that move between parts. <c>SYNCGEN_FILTER_HISTORIES</c> says how many (default: 4), <c>SYNCGEN_SEED</c>
/// from which seed.
/// </summary>
/// <param name="kind">The kind of database.</param>
/// <param name="output">Where to print the seed.</param>
public abstract class FilterHistorySpecification(DatabaseKind kind, ITestOutputHelper output) : ProviderSpecification(kind)
{
    private const int HistoriesDefault = 4;

    /// <summary>Whatever moves, each client holds what its filter gives of the hub's rows, after each session.</summary>
    [SpecificationFact]
    public virtual async Task Clients_hold_what_their_filters_give()
    {
        var seed = Number("SYNCGEN_SEED") ?? Random.Shared.Next();
        var histories = Number("SYNCGEN_FILTER_HISTORIES") ?? HistoriesDefault;
        output.WriteLine($"Seeds {seed} to {seed + histories - 1}");
        for (var i = 0; i < histories; i++)
        {
            await SalesHistory.RunAsync(Kind, seed + i);
        }
    }

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : null;
}
