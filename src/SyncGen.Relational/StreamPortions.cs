namespace SyncGen.Relational;

/// <summary>How a statement that gives many rows in an order is read in portions where the database has no cursors. Immutable.</summary>
/// <param name="Next">
/// The statement for what comes behind a row. Its first parameters are that row's place; those behind them are the ones of
/// the statement that gave the first portion, under the same ordinals.
/// </param>
/// <param name="Columns">The columns of a row that are its place, in the order of the parameters.</param>
public sealed record StreamPortions(string Next, IReadOnlyList<int> Columns);
