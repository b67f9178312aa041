using System.Globalization;
using SyncGen.CodeGeneration.Findings;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Models;

/// <summary>What is wrong with a model, as sentences.</summary>
internal static class ModelFindings
{
    /// <summary>Whether there are errors among findings.</summary>
    public static bool HasErrors(IEnumerable<Finding> findings) => findings.Any(IsError);

    /// <summary>Lets no model with errors go on.</summary>
    /// <exception cref="ToolException">There are errors; the message lists them.</exception>
    public static void Require(IReadOnlyList<Finding> findings) => Require(findings, "The model has errors:", path => Path.GetFileName(path)!);

    /// <summary>Lets nothing with errors go on.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="title">What is said above the errors.</param>
    /// <param name="nameOf">What a file is called, by its path.</param>
    /// <exception cref="ToolException">There are errors; the message lists them.</exception>
    public static void Require(IReadOnlyList<Finding> findings, string title, Func<string, string> nameOf)
    {
        if (HasErrors(findings))
        {
            throw new ToolException(title + "\n" + string.Join('\n', findings.Where(IsError).Select(finding => Text(finding, nameOf))));
        }
    }

    private static bool IsError(Finding finding) => finding.Rule.Severity == RuleSeverity.Error;

    // app.sync.json(3,12): SYNC0701: …
    private static string Text(Finding finding, Func<string, string> nameOf)
    {
        var place = finding.Source.IsNone
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{nameOf(finding.Source.Path)}({finding.Source.Line + 1},{finding.Source.Column + 1}): ");
        return $"{place}{finding.Rule.Id}: {string.Format(CultureInfo.InvariantCulture, finding.Rule.Message, [.. finding.Arguments])}";
    }
}
