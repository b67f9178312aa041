using SyncGen.CodeGeneration.Findings;

namespace SyncGen.Generators.Reporting;

/// <summary>Where the pages of the rules are.</summary>
internal static class HelpLinks
{
    private const string Root = "https://github.com/syncgen/syncgen/blob/main/src/SyncGen.Generators/rules/";

    public static string Of(Rule rule) => Root + rule.Id + ".md";
}
