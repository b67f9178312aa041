using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Layout;

/// <summary>Namespace equals folder.</summary>
internal sealed class NamespaceRule : Rule
{
    public override string Reason =>
        "Namespace equals folder, so that a type's full name says where its file lies. Move the file or change the namespace.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("src/SyncGen/Model/A.cs", "namespace SyncGen; class A;")),
        RepositoryTree.Of(("src/SyncGen/A.cs", "class A;")),
        RepositoryTree.Of(("tests/SyncGen.Tests/A.cs", "namespace Tests { class A; }")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        foreach (var file in tree.Sources.Concat(tree.WrittenCode.Where(file => file.IsUnder("tests"))))
        {
            var expected = string.Join('.', file.Path.Split('/')[1..^1]);
            foreach (var type in TopLevelTypes.Of(file))
            {
                var actual = (type.Parent as BaseNamespaceDeclarationSyntax)?.Name.ToString() ?? "the global namespace";
                if (actual != expected)
                {
                    yield return $"{file.Path} declares a type in {actual}, its folder says {expected}";
                }
            }
        }
    }
}
