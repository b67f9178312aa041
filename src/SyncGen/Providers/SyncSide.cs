namespace SyncGen.Providers;

/// <summary>A store's side in a session.</summary>
public enum SyncSide
{
    /// <summary>The local store: a leaf, or the first of two peers.</summary>
    Client = 0,

    /// <summary>The remote store: a hub, or the second of two peers.</summary>
    Server = 1,
}
