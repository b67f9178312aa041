namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>What a template for the project sees as <c>project</c>.</summary>
/// <param name="Entities">The entities of all scopes, in ordinal order of their full names.</param>
/// <param name="Scopes">The scopes, in ordinal order of their full names.</param>
internal sealed record TemplateProject(EquatableArray<TemplateEntity> Entities, EquatableArray<TemplateScope> Scopes);
