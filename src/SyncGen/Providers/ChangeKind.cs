namespace SyncGen.Providers;

/// <summary>What happened to a row.</summary>
public enum ChangeKind : byte
{
    /// <summary>The row was inserted or updated: here it is, whole.</summary>
    Write = 1,

    /// <summary>The row was deleted: only its key is here.</summary>
    Delete = 2,

    /// <summary>The row left the destination's part of the scope: only its key is here.</summary>
    Evict = 3,
}
