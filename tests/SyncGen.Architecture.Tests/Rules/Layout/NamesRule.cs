using Microsoft.CodeAnalysis.CSharp;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Layout;

/// <summary>Names say what a thing is.</summary>
internal sealed class NamesRule : Rule
{
    private static readonly string[] s_empty = ["Helper", "Manager", "Util"];

    public override string Reason =>
        "Helper, Manager and Utils say nothing about what a type does, and Base says abstract: name the thing by the field's own word.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("src/SyncGen/SqlHelper.cs", "class SqlHelper;")),
        RepositoryTree.Of(("src/SyncGen/SessionManager.cs", "class SessionManager;")),
        RepositoryTree.Of(("src/SyncGen/Utils/A.cs", "class A;")),
        RepositoryTree.Of(("src/SyncGen/TableBase.cs", "class TableBase;")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        foreach (var file in tree.WrittenCode)
        {
            foreach (var word in s_empty.Where(word => file.Path.Contains(word, StringComparison.Ordinal)))
            {
                yield return $"{file.Path} has {word} in its path";
            }

            foreach (var type in TopLevelTypes.Of(file))
            {
                var name = TopLevelTypes.NameOf(type);
                if (name.EndsWith("Base", StringComparison.Ordinal) && !type.Is(SyntaxKind.AbstractKeyword))
                {
                    yield return $"{file.Path}: {name} is not abstract";
                }
            }
        }
    }
}
