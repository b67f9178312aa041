namespace SyncGen.Providers.Specification.Models.Policies;

/// <summary>Entries, conflicts over which <see cref="ConflictPolicy.ClientWins"/> settles.</summary>
[SyncScope("client", typeof(Entry), Conflicts = ConflictPolicy.ClientWins)]
public static partial class ClientScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
