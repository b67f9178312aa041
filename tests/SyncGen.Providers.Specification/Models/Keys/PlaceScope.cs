namespace SyncGen.Providers.Specification.Models.Keys;

/// <summary>Names and keys as they may come.</summary>
[SyncScope("place", typeof(Place))]
public static partial class PlaceScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
