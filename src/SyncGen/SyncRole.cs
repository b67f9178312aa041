namespace SyncGen;

/// <summary>What a store tracks, and so whom it may meet.</summary>
public enum SyncRole
{
    /// <summary>Full tracking: may meet any other peer, in any topology, and be the hub of leaves.</summary>
    Peer = 1,

    /// <summary>An offline client that hangs on one peer, its hub, and tracks only what it changed itself.</summary>
    Leaf = 2,
}
