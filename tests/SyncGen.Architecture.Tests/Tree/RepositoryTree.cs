using SyncGen.Testing;

namespace SyncGen.Architecture.Tests.Tree;

/// <summary>The files that rules look at: those of the repository, or a few made up to show that a rule can fail.</summary>
internal sealed class RepositoryTree(IReadOnlyList<TreeFile> files)
{
    /// <summary>What new projects are made of by <c>dotnet new</c>: files of users, which lie in src to be packed and are built as projects of theirs by tests.</summary>
    private const string StarterFolder = "src/SyncGen.Templates/content";

    private static readonly Lazy<RepositoryTree> s_onDisk = new(ReadDisk);

    /// <summary>This repository, without what .gitignore leaves out.</summary>
    public static RepositoryTree OnDisk => s_onDisk.Value;

    public IReadOnlyList<TreeFile> Files { get; } = files;

    /// <summary>The C# that people write: not the examples of emitted text, which the generator's tests judge.</summary>
    public IEnumerable<TreeFile> WrittenCode =>
        Files.Where(file => file.HasExtension(".cs") && !file.Path.Contains("/Golden/") && !file.Path.Contains("/Handwritten/"));

    /// <summary>The C# of the shipped packages.</summary>
    public IEnumerable<TreeFile> Sources => WrittenCode.Where(file => file.IsUnder("src") && !file.IsUnder(StarterFolder));

    public IEnumerable<TreeFile> Templates => Files.Where(file => file.IsUnder("templates") && !file.HasExtension(".md"));

    public IEnumerable<ProjectFile> Projects => Files.Where(file => file.HasExtension(".csproj") && !file.IsUnder(StarterFolder)).Select(file => new ProjectFile(file));

    public IEnumerable<ProjectFile> ShippedProjects => Projects.Where(project => project.File.IsUnder("src"));

    public bool Contains(string path) => Files.Any(file => file.Path == path);

    /// <summary>A made-up repository.</summary>
    public static RepositoryTree Of(params (string Path, string Text)[] files) =>
        new([.. files.Select(file => new TreeFile(file.Path, () => file.Text))]);

    private static RepositoryTree ReadDisk()
    {
        var root = RepositoryFolder.Path;
        var ignored = GitIgnore.Read(Path.Combine(root, ".gitignore"));
        return new([.. Walk(root, "", ignored).OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    private static IEnumerable<TreeFile> Walk(string folder, string prefix, GitIgnore ignored)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var name = Path.GetFileName(path);
            if (name != ".git" && !ignored.IsIgnored(name, isFolder: false))
            {
                yield return new TreeFile(prefix + name, () => File.ReadAllText(path));
            }
        }

        foreach (var path in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(path);
            if (name != ".git" && !ignored.IsIgnored(name, isFolder: true))
            {
                foreach (var file in Walk(path, $"{prefix}{name}/", ignored))
                {
                    yield return file;
                }
            }
        }
    }
}
