namespace SyncGen.Model;

/// <summary>A filter parameter of a scope: what a client binds to choose its part of the rows.</summary>
/// <param name="Name">The parameter's name, as <see cref="SyncFilterAttribute"/> gives it.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="IsNullable">Whether null is a value: it matches rows whose filter column is null.</param>
/// <param name="IsList">Whether it takes several values, of which a row must match one.</param>
public sealed record SyncParameter(string Name, SyncType Type, bool IsNullable, bool IsList);
