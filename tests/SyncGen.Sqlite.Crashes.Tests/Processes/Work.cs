namespace SyncGen.Sqlite.Crashes.Tests.Processes;

/// <summary>What a child does, again and again, until it is killed.</summary>
internal enum Work
{
    /// <summary>Runs an application's transactions, small ones and large ones, some taken back.</summary>
    Write,

    /// <summary>Writes to the hub and to its leaf, and lets them meet.</summary>
    SynchronizeLeaf,

    /// <summary>Writes to the hub and to another peer, and lets them meet.</summary>
    SynchronizePeer,

    /// <summary>Provisions full tables as a leaf, again with a part missing, and deprovisions them.</summary>
    ProvisionLeaf,

    /// <summary>The same as a peer.</summary>
    ProvisionPeer,
}
