namespace SyncGen.CodeGeneration.Model;

/// <summary>Who sees a class.</summary>
internal enum ClassVisibility
{
    /// <summary>Only the type around it, or one that derives from that.</summary>
    Private,

    /// <summary>Its assembly.</summary>
    Internal,

    /// <summary>Everybody.</summary>
    Public,
}
