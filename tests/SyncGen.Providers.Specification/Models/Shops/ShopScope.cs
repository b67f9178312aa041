namespace SyncGen.Providers.Specification.Models.Shops;

/// <summary>The scope as it is.</summary>
[SyncScope("shop", typeof(Customer), typeof(Order), typeof(Label))]
public static partial class ShopScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
