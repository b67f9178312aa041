namespace SyncGen.MySql;

/// <summary>What a table allows once.</summary>
/// <param name="Name">The index's name, <c>PRIMARY</c> for the primary key.</param>
/// <param name="Columns">Its columns; empty where it has expressions or beginnings of columns.</param>
internal sealed record MySqlUniqueIndex(string Name, IReadOnlyList<string> Columns);
