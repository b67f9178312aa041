using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Projects;

/// <summary>The solution holds all projects and nothing that is gone.</summary>
internal sealed partial class SolutionRule : Rule
{
    public override string Reason =>
        "`dotnet test SyncGen.sln` builds and tests what the solution holds: a project outside it rots unseen. Run `dotnet sln add` or `dotnet sln remove`.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("SyncGen.sln", ""), ("tests/A/A.csproj", "<Project />")),
        RepositoryTree.Of(("SyncGen.sln", """Project("{1}") = "B", "src\B\B.csproj", "{2}" """)),
        RepositoryTree.Of(("src/A/A.csproj", "<Project />")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        var solution = tree.Files.FirstOrDefault(file => file.Path == "SyncGen.sln")?.Text ?? "";
        var listed = ProjectPath().Matches(solution).Select(match => match.Groups[1].Value.Replace('\\', '/')).ToHashSet();
        var existing = tree.Projects.Select(project => project.File.Path).ToHashSet();
        return existing.Except(listed).Select(path => $"SyncGen.sln lacks {path}")
            .Concat(listed.Except(existing).Select(path => $"SyncGen.sln names {path}, which does not exist"));
    }

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex ProjectPath();
}
