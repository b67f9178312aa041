namespace SyncGen;

/// <summary>Which way a table's changes travel between a client (the local store) and a server (the remote one).</summary>
public enum SyncDirection
{
    /// <summary>Both ways.</summary>
    Both = 0,

    /// <summary>From the client to the server only.</summary>
    UploadOnly = 1,

    /// <summary>From the server to the client only.</summary>
    DownloadOnly = 2,
}
