namespace SyncGen.Providers.Specification.Models.Cycles;

/// <summary>Tables that refer to each other.</summary>
[SyncScope("cycle", typeof(Firm), typeof(Worker))]
public static partial class CycleScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
