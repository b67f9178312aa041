namespace SyncGen.Providers;

/// <summary>What became of the rows of one table in one batch.</summary>
/// <param name="Table">The table's name.</param>
public sealed record TableCounts(string Table)
{
    /// <summary>Rows that were inserted or updated.</summary>
    public int Written { get; set; }

    /// <summary>Rows that were deleted.</summary>
    public int Deleted { get; set; }

    /// <summary>Rows that were removed since they left the leaf's part.</summary>
    public int Evicted { get; set; }

    /// <summary>Rows that the store held already, or that an own edit kept out.</summary>
    public int Skipped { get; set; }

    /// <summary>Conflicts that were found and settled.</summary>
    public int Conflicts { get; set; }

    /// <summary>Rows that were put into quarantine.</summary>
    public int Quarantined { get; set; }

    /// <summary>Rows that left quarantine.</summary>
    public int Released { get; set; }
}
