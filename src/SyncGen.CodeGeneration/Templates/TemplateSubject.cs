namespace SyncGen.CodeGeneration.Templates;

/// <summary>What a template is printed for.</summary>
internal enum TemplateSubject
{
    /// <summary>Nothing by itself: other templates include it.</summary>
    Include,

    /// <summary>Each entity.</summary>
    Entity,

    /// <summary>Each scope.</summary>
    Scope,

    /// <summary>The project, once.</summary>
    Project,
}
