namespace SyncGen.Tool.Files;

/// <summary>How a file stands to what it should hold.</summary>
internal enum FileState
{
    /// <summary>It is not there yet.</summary>
    New,

    /// <summary>It holds something else.</summary>
    Changed,

    /// <summary>It is as it should be, but perhaps for the ends of its lines.</summary>
    Unchanged,

    /// <summary>It holds something else, and stays, since it belongs to its user.</summary>
    Kept,
}
