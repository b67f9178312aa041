namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>All that templates of a project are given.</summary>
/// <param name="Model">What each of them sees.</param>
/// <param name="Project">What there is to print of.</param>
internal sealed record TemplateViews(TemplateModel Model, TemplateProject Project);
