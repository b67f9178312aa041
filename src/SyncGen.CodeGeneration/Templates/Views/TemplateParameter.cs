namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>What a template sees of a filter parameter.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Property">The property that it is of the scope's filter, as C# writes it.</param>
/// <param name="Type">The type of one value as C# names it, with a question mark where it may be null.</param>
/// <param name="Stored">The type of the column's values, a name of <c>SyncType</c>.</param>
/// <param name="IsNullable">Whether a value may be null.</param>
/// <param name="IsList">Whether it takes several values.</param>
internal sealed record TemplateParameter(string Name, string Property, string Type, string Stored, bool IsNullable, bool IsList);
