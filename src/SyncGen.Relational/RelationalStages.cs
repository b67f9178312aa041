namespace SyncGen.Relational;

/// <summary>Where the rows of a batch go, all at once.</summary>
/// <param name="Rows">A temporary table, for statements that work on sets.</param>
/// <param name="Table">
/// The application's table itself, where none of the rows' keys may be: else the outcome is a refusal, and what is in already is to be taken
/// back. Null: rows go by way of the temporary table.
/// </param>
/// <param name="Tracking">A peer's tracking table, likewise. Null: tracking rows go by way of the temporary table.</param>
public sealed record RelationalStages(RelationalStage Rows, RelationalStage? Table, RelationalStage? Tracking);
