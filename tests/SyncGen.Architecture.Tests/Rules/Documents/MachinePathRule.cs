using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Rules.Code;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Documents;

/// <summary>No path of a developer's machine.</summary>
internal sealed partial class MachinePathRule : PatternRule
{
    public override string Reason => "A path of somebody's machine means nothing on another: write it relative to the repository.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("README.md", "Look at /ho" + "me/ann/syncgen.")),
        RepositoryTree.Of(("src/A/A.csproj", "<HintPath>/wo" + "rk/a.dll</HintPath>")),
        RepositoryTree.Of((".ci/run", "cd /ro" + "ot/x")),
        RepositoryTree.Of(("src/SyncGen/A.cs", @"var path = ""C:\Us" + @"ers\ann"";")),
    ];

    protected override Regex Pattern => MachinePath();

    protected override IEnumerable<TreeFile> Files(RepositoryTree tree) => tree.Files.Where(file =>
        file.HasExtension(".cs", ".csproj", ".props", ".targets", ".sln", ".md", ".json", ".txt", ".editorconfig", ".ci/run") || tree.Templates.Contains(file));

    [GeneratedRegex(@"(?<![\w.~-])/(home|work|root)/|\b[A-Z]:\\+Users\b")]
    private static partial Regex MachinePath();
}
