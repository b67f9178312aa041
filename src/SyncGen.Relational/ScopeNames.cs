namespace SyncGen.Relational;

/// <summary>The names of what SyncGen keeps once for a scope, unquoted. The generator emits the same.</summary>
/// <param name="scope">The scope's name.</param>
/// <param name="dialect">How the database writes names.</param>
public sealed class ScopeNames(string scope, RelationalDialect dialect)
{
    /// <summary>One row: identity, tick, role.</summary>
    public string State { get; } = Name(scope, "state", dialect);

    /// <summary>One row for each replica that is known, with what it knows and how far it was read.</summary>
    public string Replica { get; } = Name(scope, "replica", dialect);

    /// <summary>Versions that are missing from this store's knowledge.</summary>
    public string Missing { get; } = Name(scope, "missing", dialect);

    /// <summary>Proofs that this store is the one that partners have read.</summary>
    public string Marker { get; } = Name(scope, "marker", dialect);

    /// <summary>The models for which the store was provisioned, one row for each, the present one last.</summary>
    public string Model { get; } = Name(scope, "model", dialect);

    /// <summary>The conflict log.</summary>
    public string Conflict { get; } = Name(scope, "conflict", dialect);

    /// <summary>Rows that the database refused.</summary>
    public string Quarantine { get; } = Name(scope, "quarantine", dialect);

    /// <summary>One row: the filter with which the store was synchronised last. Only of a scope with filters.</summary>
    public string Instance { get; } = Name(scope, "instance", dialect);

    private static string Name(string scope, string part, RelationalDialect dialect) =>
        BoundedName.Of($"syncgen_{scope}_{part}", dialect.NameBytesMax);
}
