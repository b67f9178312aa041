namespace SyncGen.Providers.Specification.Models.Policies;

/// <summary>Entries, conflicts over which <see cref="ConflictPolicy.SourceWins"/> settles.</summary>
[SyncScope("source", typeof(Entry), Conflicts = ConflictPolicy.SourceWins)]
public static partial class SourceScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
