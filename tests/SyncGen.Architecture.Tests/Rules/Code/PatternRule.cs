using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Code;

/// <summary>A rule that some text does not occur in some files.</summary>
internal abstract class PatternRule : Rule
{
    protected abstract Regex Pattern { get; }

    protected abstract IEnumerable<TreeFile> Files(RepositoryTree tree);

    public override IEnumerable<string> Violations(RepositoryTree tree) =>
        from file in Files(tree)
        from match in Pattern.Matches(file.Text)
        select $"{file.At(match.Index)}: {match.Value.Trim()}";
}
