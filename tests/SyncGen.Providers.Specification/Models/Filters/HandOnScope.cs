namespace SyncGen.Providers.Specification.Models.Filters;

/// <summary>The same, but clients may hand rows on.</summary>
[SyncScope("handon", typeof(Chore), MayHandOn = true)]
public static partial class HandOnScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
