namespace SyncGen.Providers.Specification;

/// <summary>How long tests of concurrency run, and from which seed.</summary>
internal static class ConcurrencySettings
{
    /// <summary>How long programs write, in seconds; the variable SYNCGEN_CONCURRENCY_SECONDS says another number.</summary>
    public static int Seconds => Number("SYNCGEN_CONCURRENCY_SECONDS") ?? 2;

    /// <summary>What the programs' choices grow from: the variable SYNCGEN_SEED, or a new one each time.</summary>
    public static int Seed => Number("SYNCGEN_SEED") ?? Random.Shared.Next();

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : null;
}
