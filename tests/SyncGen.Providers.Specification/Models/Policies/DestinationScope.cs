namespace SyncGen.Providers.Specification.Models.Policies;

/// <summary>Entries, conflicts over which <see cref="ConflictPolicy.DestinationWins"/> settles.</summary>
[SyncScope("destination", typeof(Entry), Conflicts = ConflictPolicy.DestinationWins)]
public static partial class DestinationScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
