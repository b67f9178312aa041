using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Templates;

/// <summary>Templates are short.</summary>
internal sealed class TemplateSizeRule : Rule
{
    private const int LinesMax = 150;

    public override string Reason => $"A template shows what comes out: above {LinesMax} lines nobody sees it any more. Let C# think, and split the text.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
        [RepositoryTree.Of(("templates/csharp/a.sbn-cs", new string('\n', LinesMax) + "x"))];

    public override IEnumerable<string> Violations(RepositoryTree tree) => tree.Templates
        .Where(file => file.LineCount > LinesMax)
        .Select(file => $"{file.Path} has {file.LineCount} lines");
}
