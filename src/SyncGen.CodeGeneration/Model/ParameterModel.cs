namespace SyncGen.CodeGeneration.Model;

/// <summary>A filter parameter of a scope.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Property">The property that it is of the scope's filter.</param>
/// <param name="Column">A column that answers to it, as the property is typed.</param>
/// <param name="IsNullable">Whether a column that answers to it may be null.</param>
/// <param name="IsList">Whether it takes several values.</param>
internal sealed record ParameterModel(string Name, string Property, ColumnModel Column, bool IsNullable, bool IsList);
