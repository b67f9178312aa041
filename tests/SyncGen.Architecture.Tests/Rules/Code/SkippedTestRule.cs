using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Code;

/// <summary>No test is switched off.</summary>
internal sealed partial class SkippedTestRule : PatternRule
{
    public override string Reason =>
        "A test that is switched off tells nobody anything: mend it or delete it. One that needs something special takes [RequiresFact], which fails where it must run.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
        [RepositoryTree.Of(("tests/SyncGen.Tests/A.cs", "[Fact(Skip" + " = \"flaky\")] public void B() { }"))];

    protected override Regex Pattern => Skip();

    protected override IEnumerable<TreeFile> Files(RepositoryTree tree) => tree.WrittenCode.Where(file => file.IsUnder("tests"));

    [GeneratedRegex("""\bSkip\s*=\s*["$@].*""")]
    private static partial Regex Skip();
}
