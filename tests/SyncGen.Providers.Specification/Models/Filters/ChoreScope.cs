namespace SyncGen.Providers.Specification.Models.Filters;

/// <summary>One filter on a column of the table itself; rows stay in their part.</summary>
[SyncScope("chore", typeof(Chore))]
public static partial class ChoreScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
