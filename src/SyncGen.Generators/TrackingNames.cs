namespace SyncGen.Generators;

/// <summary>The names of the pipeline's steps, for tests of what is cached.</summary>
internal static class TrackingNames
{
    public const string Entities = nameof(Entities);
    public const string Scopes = nameof(Scopes);
    public const string Options = nameof(Options);
    public const string Documents = nameof(Documents);
    public const string DocumentSet = nameof(DocumentSet);
    public const string Model = nameof(Model);
    public const string Findings = nameof(Findings);
    public const string ScopeModels = nameof(ScopeModels);
    public const string ScopeFiles = nameof(ScopeFiles);
    public const string ServiceFiles = nameof(ServiceFiles);
    public const string EndpointFiles = nameof(EndpointFiles);
    public const string TableFiles = nameof(TableFiles);
    public const string EntityFiles = nameof(EntityFiles);
    public const string Scripts = nameof(Scripts);
    public const string Templates = nameof(Templates);
    public const string TemplateSet = nameof(TemplateSet);
    public const string TemplatePlan = nameof(TemplatePlan);
    public const string TemplateFiles = nameof(TemplateFiles);

    /// <summary>All steps, in the order in which they run.</summary>
    public static readonly string[] All =
    [
        Entities, Scopes, Options, Documents, DocumentSet, Model, Findings, ScopeModels, ScopeFiles, ServiceFiles, EndpointFiles, TableFiles, EntityFiles, Scripts,
        Templates, TemplateSet, TemplatePlan, TemplateFiles,
    ];
}
