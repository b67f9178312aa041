using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>What a peer keeps of a replica that it met.</summary>
internal sealed record Partner
{
    /// <summary>How far it was read.</summary>
    public long Anchor { get; set; }

    /// <summary>Where an unfinished session stopped.</summary>
    public long Cursor { get; set; }

    /// <summary>For a leaf: the greatest of its ticks taken.</summary>
    public long Taken { get; set; }

    /// <summary>For a peer: what it knew when it was last heard.</summary>
    public Knowledge? Heard { get; set; }
}
