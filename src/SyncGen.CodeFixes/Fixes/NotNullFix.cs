using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0102: says that a key property is never null.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class NotNullFix() : SyncFix("SYNC0102")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        var element = place.Node switch
        {
            NullableTypeSyntax nullable => nullable.ElementType,
            GenericNameSyntax { Identifier.ValueText: "Nullable", TypeArgumentList.Arguments: [var argument] } => argument,
            _ => null,
        };
        if (element is null)
        {
            return null;
        }

        var isText = place.Model.GetTypeInfo(element, cancellationToken).Type?.SpecialType == SpecialType.System_String;
        return place.Edit("Remove the question mark", editor =>
        {
            var type = element.WithTriviaFrom(place.Node);
            if (isText && place.Node.Parent is PropertyDeclarationSyntax { Initializer: null, AccessorList: not null, ExpressionBody: null } property && !property.Modifiers.Any(SyntaxKind.RequiredKeyword))
            {
                editor.ReplaceNode(property, (current, _) => WithEmptyText((PropertyDeclarationSyntax)current, type));
            }
            else
            {
                editor.ReplaceNode(place.Node, type);
            }
        });
    }

    private static PropertyDeclarationSyntax WithEmptyText(PropertyDeclarationSyntax property, TypeSyntax type)
    {
        var behind = property.GetTrailingTrivia();
        var empty = SyntaxFactory.ParseExpression("\"\"");
        return property
            .WithoutTrailingTrivia()
            .WithType(type)
            .WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space), empty))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(behind));
    }
}
