namespace SyncGen.Relational.Sessions;

/// <summary>What of a table's log is folded.</summary>
internal enum FoldPart
{
    /// <summary>The keys whose rows are there; the others are left for later.</summary>
    Written,

    /// <summary>The keys whose rows are gone, after the others.</summary>
    Gone,

    /// <summary>All keys.</summary>
    All,
}
