namespace SyncGen;

/// <summary>What a session is doing.</summary>
public enum SyncPhase
{
    /// <summary>The stores say who they are and what they know.</summary>
    Preparing = 0,

    /// <summary>Rows travel from the client to the server.</summary>
    Uploading = 1,

    /// <summary>Rows travel from the server to the client.</summary>
    Downloading = 2,

    /// <summary>The stores hear what the other knows in the end.</summary>
    Finishing = 3,

    /// <summary>All is done: the last report of a session.</summary>
    Completed = 4,
}
