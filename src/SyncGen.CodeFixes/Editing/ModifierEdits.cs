using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SyncGen.CodeFixes.Editing;

/// <summary>Changes modifiers; what stands before a declaration stays before it.</summary>
internal static class ModifierEdits
{
    private static readonly SyntaxKind[] s_access = [SyntaxKind.PublicKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword];

    /// <summary>The declaration with <c>partial</c> behind its other modifiers.</summary>
    public static MemberDeclarationSyntax AddPartial(MemberDeclarationSyntax declaration) =>
        declaration.Modifiers.Any(SyntaxKind.PartialKeyword) ? declaration : With(declaration, m => [.. m, SyntaxKind.PartialKeyword]);

    /// <summary>The declaration with <c>internal</c> in place of whatever says who sees it.</summary>
    public static MemberDeclarationSyntax MakeInternal(MemberDeclarationSyntax declaration) =>
        With(declaration, m => [SyntaxKind.InternalKeyword, .. m.Where(k => !s_access.Contains(k))]);

    /// <summary>The declaration as the user's part of a hook.</summary>
    public static MemberDeclarationSyntax MakeHook(MemberDeclarationSyntax declaration) =>
        With(declaration, m => [SyntaxKind.StaticKeyword, .. m.Where(k => !s_access.Contains(k) && k is not (SyntaxKind.StaticKeyword or SyntaxKind.PartialKeyword)), SyntaxKind.PartialKeyword]);

    private static MemberDeclarationSyntax With(MemberDeclarationSyntax declaration, Func<IReadOnlyList<SyntaxKind>, IEnumerable<SyntaxKind>> change)
    {
        // Behind the attributes, the first token of the rest has the comments and the indentation.
        var behind = declaration.AttributeLists.Count == 0 ? declaration.GetFirstToken() : declaration.AttributeLists.Last().GetLastToken().GetNextToken();
        var leading = behind.LeadingTrivia;
        var bare = declaration.ReplaceToken(behind, behind.WithLeadingTrivia());
        var kinds = change([.. bare.Modifiers.Select(m => m.Kind())]).ToArray();
        var tokens = kinds.Select(kind => bare.Modifiers.FirstOrDefault(m => m.IsKind(kind)) is { RawKind: not 0 } old ? old : SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space));
        var changed = bare.WithModifiers(SyntaxFactory.TokenList(tokens));
        var first = changed.AttributeLists.Count == 0 ? changed.GetFirstToken() : changed.AttributeLists.Last().GetLastToken().GetNextToken();
        return changed.ReplaceToken(first, first.WithLeadingTrivia(leading));
    }
}
