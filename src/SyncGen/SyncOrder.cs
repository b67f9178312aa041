namespace SyncGen;

/// <summary>Which ways a session goes, and which first. Upload is from the client (the local store) to the server (the remote one).</summary>
public enum SyncOrder
{
    /// <summary>First up, then down: the default, and the fewest sessions until both agree.</summary>
    UploadDownload = 0,

    /// <summary>First down, then up: conflicts between peers are settled at the client.</summary>
    DownloadUpload = 1,

    /// <summary>Only up.</summary>
    Upload = 2,

    /// <summary>Only down.</summary>
    Download = 3,
}
