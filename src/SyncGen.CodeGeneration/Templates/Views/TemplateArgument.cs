namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>What a template sees of a parameter of an entity's constructor.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Property">The property that it sets.</param>
internal sealed record TemplateArgument(string Name, string Property);
