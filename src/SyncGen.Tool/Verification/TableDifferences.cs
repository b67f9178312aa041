namespace SyncGen.Tool.Verification;

/// <summary>What comparing a table gave.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="RowsFrom">How many rows the first store has.</param>
/// <param name="RowsTo">How many rows the second store has.</param>
/// <param name="Count">In how many rows they differ.</param>
/// <param name="Rows">The first of these rows.</param>
internal sealed record TableDifferences(string Table, long RowsFrom, long RowsTo, long Count, IReadOnlyList<RowDifference> Rows);
