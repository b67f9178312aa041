namespace SyncGen.Providers;

/// <summary>What became of a batch.</summary>
/// <param name="Tables">Counts per table; tables without rows may be left out.</param>
/// <param name="Notes">Conflicts and refused rows.</param>
public sealed record BatchResult(IReadOnlyList<TableCounts> Tables, IReadOnlyList<RowNote> Notes)
{
    /// <summary>Nothing happened.</summary>
    public static BatchResult Empty { get; } = new([], []);
}
