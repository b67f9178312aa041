namespace SyncGen.AspNetCore.Hooks;

/// <summary>What a client asks for.</summary>
public enum SyncOperation
{
    /// <summary>A batch of what it lacks.</summary>
    Download = 1,

    /// <summary>To take what it changed.</summary>
    Upload = 2,
}
