using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models;
using SyncGen.Providers.Specification.Stores;

namespace SyncGen.Providers.Specification;

/// <summary>A part of what every provider of a database must do. Each provider's tests derive from each part.</summary>
/// <param name="kind">The kind of database.</param>
public abstract class ProviderSpecification(DatabaseKind kind)
{
    /// <summary>The kind of database.</summary>
    protected DatabaseKind Kind { get; } = kind;

    /// <summary>Clients that a hub meets: whether they are SQLite files or of the hub's own kind, and their role.</summary>
    public static TheoryData<bool, SyncRole> Clients => new()
    {
        { false, SyncRole.Leaf },
        { false, SyncRole.Peer },
        { true, SyncRole.Leaf },
        { true, SyncRole.Peer },
    };

    /// <summary>A hub of the kind, and a client.</summary>
    protected Task<StorePair> CreateAsync(ScopeStores scope, bool isSqlite, SyncRole role) =>
        StorePair.CreateAsync(scope, isSqlite ? DatabaseKind.Sqlite : Kind, role, Kind);
}
