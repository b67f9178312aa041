using SyncGen.Providers;

namespace SyncGen;

/// <summary>What became of the rows of one table, one way, at the store that received them.</summary>
/// <param name="Table">The table's name.</param>
public sealed record SyncTableResult(string Table)
{
    /// <summary>Rows that were inserted or updated.</summary>
    public long Written { get; init; }

    /// <summary>Rows that were deleted.</summary>
    public long Deleted { get; init; }

    /// <summary>Rows that were removed since they left the leaf's part.</summary>
    public long Evicted { get; init; }

    /// <summary>Rows that the store held already, or that an own edit kept out.</summary>
    public long Skipped { get; init; }

    /// <summary>Conflicts that were found and settled.</summary>
    public long Conflicts { get; init; }

    /// <summary>Rows that were put into quarantine.</summary>
    public long Quarantined { get; init; }

    /// <summary>Rows that left quarantine.</summary>
    public long Released { get; init; }

    /// <summary>Whether rows of the table were changed.</summary>
    public bool HasChanges => Written + Deleted + Evicted > 0;

    internal SyncTableResult Plus(SyncTableResult other) => new(Table)
    {
        Written = Written + other.Written,
        Deleted = Deleted + other.Deleted,
        Evicted = Evicted + other.Evicted,
        Skipped = Skipped + other.Skipped,
        Conflicts = Conflicts + other.Conflicts,
        Quarantined = Quarantined + other.Quarantined,
        Released = Released + other.Released,
    };

    internal static SyncTableResult From(TableCounts counts) => new(counts.Table)
    {
        Written = counts.Written,
        Deleted = counts.Deleted,
        Evicted = counts.Evicted,
        Skipped = counts.Skipped,
        Conflicts = counts.Conflicts,
        Quarantined = counts.Quarantined,
        Released = counts.Released,
    };
}
