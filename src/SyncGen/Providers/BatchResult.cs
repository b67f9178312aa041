namespace SyncGen.Providers;

/// <summary>What became of a batch.</summary>
/// <param name="Tables">Counts per table; tables without rows may be left out.</param>
/// <param name="Notes">Conflicts and refused rows.</param>
public sealed record BatchResult(IReadOnlyList<TableCounts> Tables, IReadOnlyList<RowNote> Notes)
{
    /// <summary>Nothing happened.</summary>
    public static BatchResult Empty { get; } = new([], []);

    /// <summary>
    /// Nothing of a batch, or of an answer, was applied: another session has moved the store on since, so that it may hold rows as they were
    /// before. The session asks again from where the store stands now. Told by its reference.
    /// </summary>
    public static BatchResult Stale { get; } = new([], []);
}
