namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>What a template sees of a filter column.</summary>
/// <param name="Parameter">The filter parameter's name.</param>
/// <param name="AnyOf">Names the filter columns of which one must match; null: this one must.</param>
/// <param name="IsList">Whether the parameter takes several values.</param>
internal sealed record TemplateFilter(string Parameter, string? AnyOf, bool IsList);
