using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Code;

/// <summary>No regions.</summary>
internal sealed partial class RegionRule : PatternRule
{
    public override string Reason => "A region hides that a file holds several things: split the file.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
        [RepositoryTree.Of(("src/SyncGen/A.cs", "class A\n{\n    #reg" + "ion Fields\n    #endreg" + "ion\n}"))];

    protected override Regex Pattern => Region();

    protected override IEnumerable<TreeFile> Files(RepositoryTree tree) => tree.WrittenCode.Concat(tree.Templates);

    [GeneratedRegex(@"^\s*#region.*", RegexOptions.Multiline)]
    private static partial Regex Region();
}
