using SyncGen.CodeGeneration.Templates.Views;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>One file that is to be printed, and all that it depends on.</summary>
/// <param name="Template">The template.</param>
/// <param name="Library">What it may include, itself among it.</param>
/// <param name="File">The file's name.</param>
/// <param name="Model">What every template sees.</param>
internal sealed record TemplateJob(OwnTemplate Template, EquatableArray<OwnTemplate> Library, string File, TemplateModel Model)
{
    /// <summary>The entity that is printed, if it is one.</summary>
    public TemplateEntity? Entity { get; init; }

    /// <summary>The scope that is printed, if it is one.</summary>
    public TemplateScope? Scope { get; init; }

    /// <summary>The project, if that is printed.</summary>
    public TemplateProject? Project { get; init; }

    /// <summary>What is printed, as a message says it.</summary>
    public string Subject => Entity is not null ? $"the entity '{Entity.FullName}'" : Scope is not null ? $"the scope '{Scope.Name}'" : "the project";
}
