namespace SyncGen.Providers;

/// <summary>
/// Edits that a hub takes in one transaction: all of the leaf's edits with ticks above the previous batch's and up to
/// <paramref name="LastTick"/>, so that what the hub knows of the leaf has no holes.
/// </summary>
/// <param name="Tables">The tables that have edits, in the scope's order.</param>
/// <param name="LastTick">The greatest tick in the batch.</param>
/// <param name="Bytes">The size of the rows' data, about.</param>
public sealed record EditBatch(IReadOnlyList<TableEdits> Tables, long LastTick, long Bytes)
{
    /// <summary>Whether no more edits follow in this session. Default: true.</summary>
    public bool IsLast { get; init; } = true;

    /// <summary>
    /// The tick up to which the hub must have taken the leaf's edits before; it refuses the batch where it has come further meanwhile.
    /// Default: null, the leaf's ticks alone say what is new.
    /// </summary>
    public long? Follows { get; init; }

    /// <summary>
    /// Whether rows that the hub's database refuses are rejected, since the leaf cannot keep an edit until the hub has decided. Default:
    /// false, they wait in the hub's quarantine.
    /// </summary>
    public bool IsFinal { get; init; }

    /// <summary>How many edits there are.</summary>
    public int Count => Tables.Sum(table => table.Count);
}
