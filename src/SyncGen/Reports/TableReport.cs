namespace SyncGen.Reports;

/// <summary>What a store says of a table; no count goes beyond <see cref="StoreReport.CountMax"/>.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Tracked">How many rows, tombstones among them, have changed since the store was provisioned. Of a leaf: its edits that have not gone up.</param>
/// <param name="Logged">How many writes its change log holds that no session has folded yet.</param>
public sealed record TableReport(string Table, long Rows, long Tracked, long Logged);
