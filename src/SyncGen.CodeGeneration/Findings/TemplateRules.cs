namespace SyncGen.CodeGeneration.Findings;

/// <summary>SYNC0602 to SYNC0608: templates of a project's own.</summary>
internal static class TemplateRules
{
    public static readonly Rule Header = new(
        "SYNC0602",
        RuleSeverity.Error,
        "Template header is not valid",
        "The template's header cannot be read: {0}");

    public static readonly Rule Syntax = new(
        "SYNC0603",
        RuleSeverity.Error,
        "Template cannot be read",
        "The template cannot be read: {0}");

    public static readonly Rule Failed = new(
        "SYNC0604",
        RuleSeverity.Error,
        "Template cannot be printed",
        "The template cannot be printed for {0}: {1}");

    public static readonly Rule Limit = new(
        "SYNC0605",
        RuleSeverity.Error,
        "Template does not come to an end",
        "The template was stopped while it was printed for {0}: {1}");

    public static readonly Rule NewerModel = new(
        "SYNC0606",
        RuleSeverity.Error,
        "Template is written for a later SyncGen",
        "The template is written for model {0}, and this SyncGen has model {1}: take a later version of SyncGen, or lower the number if the template needs nothing newer");

    public static readonly Rule NotReplaceable = new(
        "SYNC0607",
        RuleSeverity.Error,
        "File of SyncGen cannot be replaced",
        "'{0}' cannot be replaced by a template: {1}");

    public static readonly Rule OutputTwice = new(
        "SYNC0608",
        RuleSeverity.Error,
        "File is printed twice",
        "The file '{0}', printed for {1}, has the name of one that is printed {2}, and names that differ in case alone count as the same: change 'output'");
}
