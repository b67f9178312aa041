namespace SyncGen.Providers;

/// <summary>What a hub made of an edit.</summary>
public enum EditOutcome : byte
{
    /// <summary>The edit stands at the hub as it was sent.</summary>
    Accepted = 1,

    /// <summary>The hub decided otherwise: its own row is in the answer, and the leaf takes it.</summary>
    Replaced = 2,

    /// <summary>The hub decided otherwise, and the row is deleted there or was never there: the leaf removes it.</summary>
    Removed = 3,

    /// <summary>The hub's database refused the row: it waits in the hub's quarantine. The leaf keeps its row and its edit, which goes up again until the hub has decided.</summary>
    Quarantined = 4,
}
