using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Documents;

/// <summary>Links in documents lead somewhere.</summary>
internal sealed partial class LinksRule : Rule
{
    public override string Reason => "A link that leads nowhere costs its reader more than no link: mend it when a file moves.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("README.md", "[the runtime](src/SyncGen/README.md)")),
        RepositoryTree.Of(("src/A/README.md", "[up](../../../README.md)"), ("README.md", "")),
        RepositoryTree.Of(("README.md", "[below](#not-there)\n\n## There\n")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        foreach (var file in tree.Files.Where(file => file.HasExtension(".md")))
        {
            foreach (Match match in Link().Matches(file.Text))
            {
                var (path, anchor) = Split(match.Groups["target"].Value);
                var target = path.Length == 0 ? file : Find(tree, file, path);
                if (target is null && !IsFolder(tree, file, path))
                {
                    yield return $"{file.At(match.Index)}: {match.Value}";
                }
                else if (anchor.Length > 0 && target is not null && !Anchors(target).Contains(anchor))
                {
                    yield return $"{file.At(match.Index)}: {match.Value} names a heading that is not there";
                }
            }
        }
    }

    private static (string Path, string Anchor) Split(string target)
    {
        var parts = target.Split('#', 2);
        return (Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? parts[1] : "");
    }

    private static TreeFile? Find(RepositoryTree tree, TreeFile from, string path) =>
        tree.Files.FirstOrDefault(file => file.Path == Resolve(from, path));

    private static bool IsFolder(RepositoryTree tree, TreeFile from, string path) =>
        Resolve(from, path) is { } folder && tree.Files.Any(file => file.IsUnder(folder.TrimEnd('/')));

    // Null where the path leads out of the repository.
    private static string? Resolve(TreeFile from, string path)
    {
        var steps = new List<string>(from.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in path.Split('/').Where(step => step is not ("." or "")))
        {
            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else
            {
                return null;
            }
        }

        return string.Join('/', steps);
    }

    // A heading's anchor: lower case, without punctuation, blanks as hyphens.
    private static IEnumerable<string> Anchors(TreeFile file) => Heading().Matches(file.Text)
        .Select(match => string.Concat(match.Groups[1].Value.Trim().ToLowerInvariant()
            .Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?!https?:|mailto:)(?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
