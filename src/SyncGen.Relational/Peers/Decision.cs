namespace SyncGen.Relational.Peers;

/// <summary>What to do with a row that came in.</summary>
internal enum Decision
{
    /// <summary>Nothing: it is here, or what is here has seen it.</summary>
    Skip,

    /// <summary>Store it as it came.</summary>
    Store,

    /// <summary>Neither side has seen the other: compare contents, then resolve.</summary>
    Compare,
}
