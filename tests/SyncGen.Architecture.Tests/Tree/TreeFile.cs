using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SyncGen.Architecture.Tests.Tree;

/// <summary>A file of the repository: its path from the root, with <c>/</c>, and its text.</summary>
internal sealed class TreeFile(string path, Func<string> text)
{
    private readonly Lazy<string> _text = new(text);
    private CompilationUnitSyntax? _syntax;

    public string Path { get; } = path;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : "";

    public string Text => _text.Value;

    /// <summary>The syntax of a C# file, parsed once.</summary>
    public CompilationUnitSyntax Syntax =>
        _syntax ??= CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Latest)).GetCompilationUnitRoot();

    public int LineCount => Text.Length == 0 ? 0 : Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    public bool HasExtension(params string[] extensions) =>
        extensions.Any(extension => Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Names a place in the file as editors understand it; <paramref name="position"/> counts characters.</summary>
    public string At(int position) => $"{Path}:{Text.AsSpan(0, position).Count('\n') + 1}";
}
