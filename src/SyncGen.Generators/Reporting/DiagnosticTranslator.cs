using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Reporting;

/// <summary>Makes the compiler's diagnostics of findings.</summary>
internal static class DiagnosticTranslator
{
    private static readonly Dictionary<string, DiagnosticDescriptor> s_descriptors = Rules.All.ToDictionary(r => r.Id, Descriptor, StringComparer.Ordinal);

    public static IEnumerable<DiagnosticDescriptor> Descriptors => s_descriptors.Values;

    /// <summary>The compiler's description of a rule.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => s_descriptors[rule.Id];

    public static Diagnostic Translate(Finding finding, Compilation compilation) =>
        Diagnostic.Create(s_descriptors[finding.Rule.Id], Location(finding.Source, compilation.SyntaxTrees), Properties(finding), [.. finding.Arguments]);

    // By their numbers in the message, for code fixes: a diagnostic keeps its arguments to itself.
    private static ImmutableDictionary<string, string?> Properties(Finding finding) =>
        finding.Arguments.Select((argument, i) => (Key: i.ToString(CultureInfo.InvariantCulture), argument)).ToImmutableDictionary(a => a.Key, a => (string?)a.argument);

    /// <summary>The same for a finding that lies in no file of code.</summary>
    public static Diagnostic Translate(Finding finding) => Diagnostic.Create(s_descriptors[finding.Rule.Id], Location(finding.Source, []), [.. finding.Arguments]);

    private static Location Location(SourceToken source, IEnumerable<SyntaxTree> trees)
    {
        if (source.IsNone)
        {
            return Microsoft.CodeAnalysis.Location.None;
        }

        var span = new TextSpan(source.Start, source.Length);
        var lines = new LinePositionSpan(new LinePosition(source.Line, source.Column), new LinePosition(source.EndLine, source.EndColumn));
        return trees.FirstOrDefault(t => t.FilePath == source.Path && t.Length >= span.End) is { } tree
            ? Microsoft.CodeAnalysis.Location.Create(tree, span)
            : Microsoft.CodeAnalysis.Location.Create(source.Path, span, lines);
    }

    private static DiagnosticDescriptor Descriptor(Rule rule) => new(
        rule.Id,
        rule.Title,
        rule.Message,
        "SyncGen",
        rule.Severity switch
        {
            RuleSeverity.Info => DiagnosticSeverity.Info,
            RuleSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Error,
        },
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Of(rule));
}
