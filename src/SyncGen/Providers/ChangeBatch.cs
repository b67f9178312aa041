namespace SyncGen.Providers;

/// <summary>Rows that a destination applies in one transaction, which also stores the cursor.</summary>
/// <param name="Tables">The tables that have rows, in the scope's order.</param>
/// <param name="Cursor">Where to go on after this batch. Opaque but to the source.</param>
/// <param name="IsLast">Whether the watermark is reached: the destination then takes over the source's knowledge and moves its anchor.</param>
/// <param name="Bytes">The size of the rows' data, about.</param>
public sealed record ChangeBatch(IReadOnlyList<TableChanges> Tables, byte[] Cursor, bool IsLast, long Bytes)
{
    /// <summary>
    /// Versions at or below the watermark whose rows the source could not read, with the reason: the destination lists
    /// them as missing.
    /// </summary>
    public IReadOnlyList<UnreadableRow> Unreadable { get; init; } = [];

    /// <summary>How many rows there are.</summary>
    public int Count => Tables.Sum(table => table.Count);
}
