namespace SyncGen.Relational.Sessions;

/// <summary>A row's place in a batch.</summary>
/// <param name="Table">The table's ordinal in the scope, from 1.</param>
/// <param name="Index">The row's index among the table's rows in the batch.</param>
internal readonly record struct RowPosition(int Table, int Index);
