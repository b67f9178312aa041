using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SyncGen.Generators.Extraction;

/// <summary>One declaration of a namespace, or a file, as a place where names are looked up.</summary>
/// <param name="Namespaces">The namespace and those around it, up to the global one, which is empty.</param>
/// <param name="Own">Those of them that the declaration itself names: <c>A.B</c> and <c>A</c> for <c>namespace A.B</c>.</param>
/// <param name="Usings">The using directives beside its members.</param>
internal sealed record NamespaceScope(IReadOnlyList<string> Namespaces, IReadOnlyList<string> Own, IReadOnlyList<UsingDirectiveSyntax> Usings)
{
    public static NamespaceScope Of(BaseNamespaceDeclarationSyntax declaration)
    {
        var outer = declaration.Parent?.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().SelectMany(Parts).ToArray() ?? [];
        string[] all = [.. outer, .. Parts(declaration)];
        var namespaces = Enumerable.Range(0, all.Length + 1).Select(left => string.Join(".", all.Take(all.Length - left))).ToArray();
        return new NamespaceScope(namespaces, [.. namespaces.Take(all.Length - outer.Length)], declaration.Usings);
    }

    public static NamespaceScope Of(CompilationUnitSyntax unit, IEnumerable<UsingDirectiveSyntax> globalUsings) =>
        new([""], [""], [.. unit.Usings.Where(u => !u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)), .. globalUsings]);

    /// <summary>The namespaces in which a using directive of this place looks for its name.</summary>
    public IEnumerable<string> Around(WrittenName name) => name.IsGlobal ? [""] : Namespaces;

    private static IEnumerable<string> Parts(BaseNamespaceDeclarationSyntax declaration) => WrittenName.Of(declaration.Name)?.Parts.Select(SymbolNames.Escape) ?? [];
}
