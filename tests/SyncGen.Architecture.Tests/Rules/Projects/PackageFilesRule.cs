using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Projects;

/// <summary>Each shipped project comes with what its users need to see.</summary>
internal sealed class PackageFilesRule : Rule
{
    private static readonly string[] s_files = ["README.md", "PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt"];

    public override string Reason =>
        "A package's README.md is its page on NuGet, its Description the line in search results, and the PublicAPI files show a reviewer what a change does to its surface: "
        + "for a project of internal types they hold `#nullable enable` alone.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(
            ("src/A/A.csproj", "<Project><PropertyGroup><Description>A</Description></PropertyGroup></Project>"),
            ("src/A/PublicAPI.Shipped.txt", ""),
            ("src/A/PublicAPI.Unshipped.txt", "")),
        RepositoryTree.Of(
            ("src/A/A.csproj", "<Project />"),
            ("src/A/README.md", "# A\n\nDoes a."),
            ("src/A/PublicAPI.Shipped.txt", ""),
            ("src/A/PublicAPI.Unshipped.txt", "")),
        RepositoryTree.Of(
            ("src/A/A.csproj", "<Project><PropertyGroup><Description>A</Description></PropertyGroup></Project>"),
            ("src/A/README.md", "# B"),
            ("src/A/PublicAPI.Shipped.txt", ""),
            ("src/A/PublicAPI.Unshipped.txt", "")),
        RepositoryTree.Of(("src/A/A.csproj", "<Project><PropertyGroup><PackageType>Template</PackageType><Description>A</Description></PropertyGroup></Project>")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        foreach (var project in tree.ShippedProjects)
        {
            foreach (var name in FilesOf(project).Where(name => !tree.Contains($"{project.File.Folder}/{name}")))
            {
                yield return $"{project.Name} has no {name}";
            }

            // What travels inside another package has no line of its own in search results.
            if (project.Property("IsPackable") != "false" && string.IsNullOrEmpty(project.Property("Description")))
            {
                yield return $"{project.Name} has no Description";
            }

            var readme = tree.Files.FirstOrDefault(file => file.Path == $"{project.File.Folder}/README.md");
            if (readme is not null && !readme.Text.StartsWith($"# {project.Name}\n\n", StringComparison.Ordinal))
            {
                yield return $"{readme.Path} does not begin with the heading `# {project.Name}` and a text below it";
            }
        }
    }

    // Without code there is no surface.
    private static IEnumerable<string> FilesOf(ProjectFile project) => project.HasCode ? s_files : ["README.md"];
}
