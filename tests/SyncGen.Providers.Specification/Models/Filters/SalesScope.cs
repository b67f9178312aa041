namespace SyncGen.Providers.Specification.Models.Filters;

/// <summary>Several parameters, one of them a list and one nullable; alternatives; parents over two relations, one of them optional.</summary>
[SyncScope("sales", typeof(Account), typeof(Deal), typeof(Remark), MayHandOn = true)]
public static partial class SalesScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
