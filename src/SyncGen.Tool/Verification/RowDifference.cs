namespace SyncGen.Tool.Verification;

/// <summary>A row in which two stores differ.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Key">The key as JSON.</param>
/// <param name="Kind">How they differ.</param>
/// <param name="Columns">Of rows that both have: the columns that differ.</param>
internal sealed record RowDifference(string Table, string Key, DifferenceKind Kind, IReadOnlyList<string> Columns);
