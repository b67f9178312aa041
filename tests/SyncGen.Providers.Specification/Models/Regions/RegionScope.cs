namespace SyncGen.Providers.Specification.Models.Regions;

/// <summary>Countries, their regions and cities.</summary>
[SyncScope("regions", typeof(Country), typeof(Region), typeof(City))]
public static partial class RegionScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
