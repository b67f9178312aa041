namespace SyncGen.Conflicts;

/// <summary>How a conflict ended.</summary>
public enum ConflictOutcome
{
    /// <summary>The row that came in stays.</summary>
    Incoming = 1,

    /// <summary>The row that was here stays.</summary>
    Local = 2,

    /// <summary>A third row, made of both, stays.</summary>
    Merged = 3,

    /// <summary>The row is deleted.</summary>
    Deleted = 4,
}
