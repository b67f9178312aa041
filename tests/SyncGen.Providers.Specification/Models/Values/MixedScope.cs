namespace SyncGen.Providers.Specification.Models.Values;

/// <summary>Values of all types.</summary>
[SyncScope("mixed", typeof(Mixed))]
public static partial class MixedScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
