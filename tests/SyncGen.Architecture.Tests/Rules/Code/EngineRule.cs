using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Code;

/// <summary>The engine takes records and gives text.</summary>
internal sealed partial class EngineRule : PatternRule
{
    public override string Reason =>
        "The engine takes records and gives text, so that generator, tool and build task cannot disagree: no Roslyn, no MSBuild, no files, no console in it. The host does that.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("src/SyncGen.CodeGeneration/A.cs", "using Microsoft.CodeAnalysis;")),
        RepositoryTree.Of(("src/SyncGen.CodeGeneration/A.cs", "var text = File.ReadAllText(path);")),
    ];

    protected override Regex Pattern => Host();

    protected override IEnumerable<TreeFile> Files(RepositoryTree tree) => tree.Sources.Where(file => file.IsUnder("src/SyncGen.CodeGeneration"));

    [GeneratedRegex(@"\bMicrosoft\.(CodeAnalysis|Build)\b|\b(File|Directory)\.[A-Z]\w+|\bConsole\.\w+")]
    private static partial Regex Host();
}
