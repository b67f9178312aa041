using System.Text.RegularExpressions;
using SyncGen.Testing;

namespace SyncGen.Generators.Tests.Findings;

/// <summary>The page of a rule, taken apart.</summary>
internal sealed partial record RulePage(string Id, string Title, string Severity, string Language, string Example, string Remedied, string Fix)
{
    private static readonly string s_folder = Path.Combine(RepositoryFolder.Path, "src", "SyncGen.Generators", "rules");

    /// <summary>The ids that have a page.</summary>
    public static IEnumerable<string> Ids => Directory.GetFiles(s_folder).Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal);

    public static RulePage Read(string id)
    {
        var match = Form().Match(File.ReadAllText(Path.Combine(s_folder, id + ".md")).ReplaceLineEndings("\n"));
        Assert.True(match.Success, $"The page of {id} needs a heading, a severity, a cause, an example, a remedy with code, and a word on the fix.");
        return new RulePage(
            match.Groups["id"].Value,
            match.Groups["title"].Value,
            match.Groups["severity"].Value,
            match.Groups["language"].Value,
            match.Groups["example"].Value,
            match.Groups["remedied"].Value,
            match.Groups["fix"].Value);
    }

    [GeneratedRegex(
        @"\A# (?<id>\w+): (?<title>.+)\n\n(?<severity>\w+): .+\n\n(?s:.+?)\n## Example\n\n```(?<language>csharp|json|scriban)\n(?<example>[^`]+)```\n\n## Remedy\n\n(?s:.+?)\n```\k<language>\n(?<remedied>[^`]+)```\n\n## Fix\n\n(?<fix>[^\n#][^#]*)\n\z")]
    private static partial Regex Form();
}
