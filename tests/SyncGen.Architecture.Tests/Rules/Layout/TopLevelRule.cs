using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Layout;

/// <summary>The top level holds what a newcomer has to see first, and nothing else.</summary>
internal sealed class TopLevelRule : Rule
{
    private static readonly string[] s_entries =
        ["src", "tests", "templates", "samples", "SyncGen.sln", "Directory.Packages.props", "README.md", "LICENSE"];

    public override string Reason =>
        "The top level is the first thing that a newcomer sees: it holds src, tests, templates, samples, SyncGen.sln, "
        + "Directory.Packages.props, README.md, LICENSE and dot files. Anything else has a better place below one of these.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of([.. s_entries.Select(entry => (entry, "")), ("docs/page.md", "")]),
        RepositoryTree.Of([.. s_entries.Skip(1).Select(entry => (entry, ""))]),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        var entries = tree.Files.Select(file => file.Path.Split('/')[0]).Where(entry => !entry.StartsWith('.')).ToHashSet();
        return entries.Except(s_entries).Select(entry => $"{entry} does not belong there")
            .Concat(s_entries.Except(entries).Select(entry => $"{entry} is missing"));
    }
}
