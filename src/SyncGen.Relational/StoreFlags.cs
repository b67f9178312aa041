namespace SyncGen.Relational;

/// <summary>What a store must do in its next sessions.</summary>
[Flags]
internal enum StoreFlags
{
    None = 0,

    /// <summary>A leaf whose tables held rows before its first session: they are edits.</summary>
    EditEverything = 1,

    /// <summary>A leaf that must read its whole part and remove what it does not see.</summary>
    Reconcile = 2,

    /// <summary>A peer that was expelled and must load all rows afresh.</summary>
    Reload = 4,
}
