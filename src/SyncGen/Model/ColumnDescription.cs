namespace SyncGen.Model;

/// <summary>What a store remembers of a column of a model for which it was provisioned.</summary>
/// <param name="Name">The column's name in the database, unquoted.</param>
/// <param name="Type">The type that is read and written.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="IsComputed">Whether the database computes the value.</param>
/// <param name="FilterParameter">The filter parameter that the column answers to; null if it is no filter column.</param>
/// <param name="FilterAnyOf">The name of the alternatives that it belongs to; null if there are none.</param>
public sealed record ColumnDescription(string Name, SyncType Type, bool IsNullable, bool IsComputed, string? FilterParameter, string? FilterAnyOf);
