namespace SyncGen;

/// <summary>What becomes of a row that two replicas changed without having seen each other's change.</summary>
public enum ConflictPolicy
{
    /// <summary>As the scope says; for a scope, <see cref="LatestWins"/>.</summary>
    Default = 0,

    /// <summary>The write with the greater stamp (the later time) stays.</summary>
    LatestWins = 1,

    /// <summary>The row of the store that is read from stays.</summary>
    SourceWins = 2,

    /// <summary>The row of the store that is written to stays.</summary>
    DestinationWins = 3,

    /// <summary>The row of the hub, or between peers of the remote store, stays.</summary>
    ServerWins = 4,

    /// <summary>The row of the leaf, or between peers of the local store, stays.</summary>
    ClientWins = 5,
}
