using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Code;

/// <summary>Nothing is left open.</summary>
internal sealed partial class LeftOpenRule : PatternRule
{
    public override string Reason => "What is merged is finished: do it now, or open an issue that says what is missing.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("src/SyncGen/A.cs", "// TO" + "DO: later")),
        RepositoryTree.Of(("src/SyncGen/A.cs", "throw new Not" + "ImplementedException();")),
        RepositoryTree.Of(("templates/csharp/a.sbn-cs", "{{# FIX" + "ME #}}")),
    ];

    protected override Regex Pattern => Markers();

    protected override IEnumerable<TreeFile> Files(RepositoryTree tree) =>
        tree.WrittenCode.Concat(tree.Templates).Concat(tree.Files.Where(file => file.HasExtension(".props", ".targets", ".csproj", ".ci/run")));

    [GeneratedRegex(@"\b(T[O]DO|F[I]XME|H[A]CK|X[X]X)\b|Not[I]mplementedException")]
    private static partial Regex Markers();
}
