namespace SyncGen.Relational.Sessions;

/// <summary>What a destination is reading.</summary>
internal enum ReadStage : byte
{
    /// <summary>Whole tables, one after another.</summary>
    Scan = 1,

    /// <summary>After a scan: what was deleted before it.</summary>
    Tombstones = 2,

    /// <summary>What changed, by tick.</summary>
    Changes = 3,

    /// <summary>After what changed: what left the destination's part.</summary>
    Evictions = 4,
}
