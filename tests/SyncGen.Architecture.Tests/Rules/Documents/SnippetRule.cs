using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Documents;

/// <summary>
/// Code shown in a document is code that is compiled. Above a block stands <c>&lt;!-- snippet: path#name --&gt;</c>; in the file, the
/// lines between <c>// snippet: name</c> and <c>// end snippet</c> are the block, but for their common indentation.
/// </summary>
internal sealed partial class SnippetRule : Rule
{
    public override string Reason =>
        "A reader copies what a document shows: it equals the marked lines of a file that is compiled and run. Copy the lines from the file into the document.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        Documents("```csharp\na();\n```", "// snippet: use\nb();\n// end snippet\n"),
        Documents("```csharp\na();\n```", "// snippet: other\na();\n// end snippet\n"),
        Documents("```csharp\na();\n```", "// snippet: use\na();\n"),
        Documents("No block.", "// snippet: use\na();\n// end snippet\n"),
        Documents("```csharp\nif (x)\na();\n```", "    // snippet: use\n    if (x)\n        a();\n    // end snippet\n"),
        RepositoryTree.Of(("README.md", "<!-- snippet: samples/A/Program.cs#use -->\n```csharp\na();\n```\n")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        foreach (var document in tree.Files.Where(file => file.HasExtension(".md")))
        {
            foreach (Match match in Marker().Matches(document.Text))
            {
                var shown = match.Groups["code"];
                var source = tree.Files.FirstOrDefault(file => file.Path == match.Groups["path"].Value);
                var name = match.Groups["name"].Value;
                if (!shown.Success)
                {
                    yield return $"{document.At(match.Index)}: no code block follows";
                }
                else if (source is null)
                {
                    yield return $"{document.At(match.Index)}: {match.Groups["path"].Value} does not exist";
                }
                else if (Snippet(source, name) is not { } written)
                {
                    yield return $"{source.Path} has no lines between `// snippet: {name}` and `// end snippet`";
                }
                else if (written != shown.Value)
                {
                    yield return $"{document.At(match.Index)}: differs from {source.Path}, which says\n{written}";
                }
            }
        }
    }

    private static string? Snippet(TreeFile file, string name)
    {
        var lines = file.Text.ReplaceLineEndings("\n").Split('\n');
        var first = Array.FindIndex(lines, line => line.Trim() == $"// snippet: {name}") + 1;
        var last = first == 0 ? -1 : Array.FindIndex(lines, first, line => line.Trim() == "// end snippet");
        return last < 0 ? null : string.Concat(Outdent(lines[first..last]).Select(line => line + "\n"));
    }

    private static IEnumerable<string> Outdent(string[] lines)
    {
        var indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return lines.Select(line => line.Length >= indent ? line[indent..] : "");
    }

    private static RepositoryTree Documents(string block, string code) => RepositoryTree.Of(
        ("README.md", $"<!-- snippet: samples/A/Program.cs#use -->\n{block}\n"), ("samples/A/Program.cs", code));

    [GeneratedRegex(@"<!-- snippet: (?<path>\S+?)#(?<name>\S+) -->(\n```\w*\n(?<code>.*?)```\n)?", RegexOptions.Singleline)]
    private static partial Regex Marker();
}
