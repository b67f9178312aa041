namespace SyncGen.CodeGeneration.Templates;

/// <summary>Files of SyncGen's own that a project may print instead.</summary>
[Flags]
internal enum BuiltInOutput
{
    None = 0,

    /// <summary>The method that registers a scope's store.</summary>
    Services = 1,

    /// <summary>The method that serves a scope over HTTP.</summary>
    Endpoints = 2,
}
