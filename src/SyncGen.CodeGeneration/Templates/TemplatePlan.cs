using SyncGen.CodeGeneration.Findings;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>The files that the templates of a project print.</summary>
/// <param name="Jobs">The files, of which no two have one name.</param>
/// <param name="Findings">What is wrong with the templates, alone and together.</param>
internal sealed record TemplatePlan(EquatableArray<TemplateJob> Jobs, EquatableArray<Finding> Findings);
