using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Layout;

/// <summary>Methods fit on a screen.</summary>
internal sealed class MethodLengthRule : Rule
{
    private const int LinesMax = 70;

    public override string Reason => $"A method fits on a screen: {LinesMax} lines are the end. Give its parts names and make them methods.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("src/SyncGen/A.cs", $"class A {{ void B() {{ {new string('\n', LinesMax)} }} }}")),
        RepositoryTree.Of(("src/SyncGen/A.cs", $"class A {{ int B {{ get {{ {new string('\n', LinesMax)} return 1; }} }} }}")),
        RepositoryTree.Of(("samples/A/Program.cs", $"var a = 1;{new string('\n', LinesMax)}var b = 2;")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        foreach (var file in tree.WrittenCode)
        {
            foreach (var member in file.Syntax.DescendantNodes().Where(IsMethod))
            {
                if (Lines(member, member) > LinesMax)
                {
                    yield return $"{file.At(member.SpanStart)}: {Lines(member, member)} lines";
                }
            }

            var statements = file.Syntax.Members.OfType<GlobalStatementSyntax>().Where(line => line.Statement is not LocalFunctionStatementSyntax).ToList();
            if (statements.Count > 0 && Lines(statements[0], statements[^1]) > LinesMax)
            {
                yield return $"{file.Path}: {Lines(statements[0], statements[^1])} lines of top-level statements";
            }
        }
    }

    private static bool IsMethod(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax;

    private static int Lines(SyntaxNode first, SyntaxNode last) =>
        last.GetLocation().GetLineSpan().EndLinePosition.Line - first.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
