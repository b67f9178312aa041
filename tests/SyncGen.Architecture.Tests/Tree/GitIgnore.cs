using System.IO.Enumeration;

namespace SyncGen.Architecture.Tests.Tree;

/// <summary>The simple patterns of a .gitignore: names, <c>*</c>, and a slash at the end for folders.</summary>
internal sealed class GitIgnore(IReadOnlyList<string> patterns)
{
    public static GitIgnore Read(string path) =>
        new([.. File.ReadAllLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')]);

    public bool IsIgnored(string name, bool isFolder) => patterns.Any(pattern =>
        pattern.EndsWith('/')
            ? isFolder && FileSystemName.MatchesSimpleExpression(pattern.TrimEnd('/'), name, ignoreCase: false)
            : FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));
}
