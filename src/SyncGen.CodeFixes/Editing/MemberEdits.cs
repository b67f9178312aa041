using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace SyncGen.CodeFixes.Editing;

/// <summary>Adds members to types.</summary>
internal static class MemberEdits
{
    /// <summary>A property such as <c>public Guid Id { get; set; }</c>.</summary>
    public static PropertyDeclarationSyntax AutoProperty(string name, TypeSyntax type) =>
        SyntaxFactory.PropertyDeclaration(type, name)
            .AddModifiers(SyntaxFactory.Token(SyntaxKind.PublicKeyword))
            .AddAccessorListAccessors(Accessor(SyntaxKind.GetAccessorDeclaration), Accessor(SyntaxKind.SetAccessorDeclaration));

    /// <summary>An accessor without a body.</summary>
    public static AccessorDeclarationSyntax Accessor(SyntaxKind kind) =>
        SyntaxFactory.AccessorDeclaration(kind).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));

    /// <summary>The type with a member before all others; it gets a body where it has none.</summary>
    public static TypeDeclarationSyntax InsertFirst(TypeDeclarationSyntax type, MemberDeclarationSyntax member)
    {
        if (type.SemicolonToken.IsKind(SyntaxKind.SemicolonToken))
        {
            var behind = type.SemicolonToken.TrailingTrivia;
            type = type
                .WithSemicolonToken(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.ElasticLineFeed).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(behind));
        }

        var lines = type.Members.Count == 0 ? new[] { SyntaxFactory.ElasticLineFeed } : [SyntaxFactory.ElasticLineFeed, SyntaxFactory.ElasticLineFeed];
        var added = member.WithTrailingTrivia(lines).WithAdditionalAnnotations(Formatter.Annotation);
        return (TypeDeclarationSyntax)type.WithMembers(type.Members.Insert(0, added)).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
