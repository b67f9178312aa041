using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Layout;

/// <summary>Finds the types that a file declares, without those nested in others.</summary>
internal static class TopLevelTypes
{
    public static IEnumerable<MemberDeclarationSyntax> Of(TreeFile file) => file.Syntax
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public static string NameOf(MemberDeclarationSyntax type) =>
        type is DelegateDeclarationSyntax named ? named.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;

    public static bool Is(this MemberDeclarationSyntax type, SyntaxKind modifier) => type.Modifiers.Any(modifier);

    public static IReadOnlyList<string> TypeParametersOf(MemberDeclarationSyntax type)
    {
        var parameters = type switch
        {
            TypeDeclarationSyntax declaration => declaration.TypeParameterList,
            DelegateDeclarationSyntax declaration => declaration.TypeParameterList,
            _ => null,
        };
        return [.. parameters?.Parameters.Select(parameter => parameter.Identifier.Text) ?? []];
    }
}
