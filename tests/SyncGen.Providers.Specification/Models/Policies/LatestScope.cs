namespace SyncGen.Providers.Specification.Models.Policies;

/// <summary>Entries, conflicts over which <see cref="ConflictPolicy.LatestWins"/> settles.</summary>
[SyncScope("latest", typeof(Entry), Conflicts = ConflictPolicy.LatestWins)]
public static partial class LatestScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
