namespace SyncGen.Tool.Checks;

/// <summary>How a check ended.</summary>
internal enum CheckState
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>It works, but should be looked at.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,
}
