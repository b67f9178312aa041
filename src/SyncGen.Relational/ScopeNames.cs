namespace SyncGen.Relational;

/// <summary>The names of what SyncGen keeps once for a scope, unquoted. The generator emits the same.</summary>
/// <param name="scope">The scope's name.</param>
public sealed class ScopeNames(string scope)
{
    /// <summary>One row: identity, tick, role.</summary>
    public string State { get; } = $"syncgen_{scope}_state";

    /// <summary>One row for each replica that is known, with what it knows and how far it was read.</summary>
    public string Replica { get; } = $"syncgen_{scope}_replica";

    /// <summary>Versions that are missing from this store's knowledge.</summary>
    public string Missing { get; } = $"syncgen_{scope}_missing";

    /// <summary>Proofs that this store is the one that partners have read.</summary>
    public string Marker { get; } = $"syncgen_{scope}_marker";

    /// <summary>The conflict log.</summary>
    public string Conflict { get; } = $"syncgen_{scope}_conflict";

    /// <summary>Rows that the database refused.</summary>
    public string Quarantine { get; } = $"syncgen_{scope}_quarantine";
}
