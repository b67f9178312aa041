namespace SyncGen.Providers.Specification.Models.Policies;

/// <summary>Entries, conflicts over which <see cref="ConflictPolicy.ServerWins"/> settles.</summary>
[SyncScope("server", typeof(Entry), Conflicts = ConflictPolicy.ServerWins)]
public static partial class ServerScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
