using System.Globalization;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Findings;

/// <summary>Collects findings.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];

    /// <summary>How many errors there are.</summary>
    public int ErrorCount { get; private set; }

    public void Add(Rule rule, SourceToken source, params object[] arguments)
    {
        _findings.Add(new Finding(rule, source, arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)!).ToEquatableArray()));
        ErrorCount += rule.Severity == RuleSeverity.Error ? 1 : 0;
    }

    /// <summary>All findings, in the order of their places.</summary>
    public EquatableArray<Finding> ToArray() =>
        _findings
            .Distinct()
            .OrderBy(f => f.Source.Path, StringComparer.Ordinal)
            .ThenBy(f => f.Source.Start)
            .ThenBy(f => f.Rule.Id, StringComparer.Ordinal)
            .ToEquatableArray();
}
