namespace SyncGen.Relational.Provisioning;

/// <summary>The SQL of one column for one kind of database. Generated. Immutable and thread-safe.</summary>
/// <param name="Name">The column's name, unquoted.</param>
/// <param name="Add">Adds it to a table that lacks it; empty for a column of the key, and for one that the database computes in a way that the model does not say.</param>
/// <param name="Empty">The value that rows which are there get, as SQL writes it; null where it is null, or the column has a type of its own.</param>
public sealed record RelationalColumnScript(string Name, string Add, string? Empty);
