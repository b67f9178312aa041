namespace SyncGen.CodeGeneration.Emission.Sql;

/// <summary>The SQL of one column for one kind of database.</summary>
/// <param name="Name">The column's name, unquoted.</param>
/// <param name="Add">Adds it to a table that lacks it; empty for a column of the key, and where that cannot be.</param>
/// <param name="Empty">The value that rows which are there get, as SQL writes it; null where it is null, or not known to fit.</param>
internal sealed record ColumnScript(string Name, string Add, string? Empty);
