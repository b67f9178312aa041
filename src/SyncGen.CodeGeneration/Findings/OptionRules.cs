namespace SyncGen.CodeGeneration.Findings;

/// <summary>SYNC06xx: templates and options.</summary>
internal static class OptionRules
{
    public static readonly Rule LanguageVersion = new(
        "SYNC0601",
        RuleSeverity.Error,
        "Language version is too old",
        "The generated code of the scope '{0}' needs C# 12, and the project compiles C# {1}: set LangVersion to 12 or later, or remove it");
}
