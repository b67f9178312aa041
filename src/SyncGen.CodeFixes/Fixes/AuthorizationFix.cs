using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0901: serves a scope to those alone who are signed in.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class AuthorizationFix() : SyncFix("SYNC0901")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        if (place.Around<InvocationExpressionSyntax>() is not { } call)
        {
            return null;
        }

        // Behind all conventions, where people read it.
        var whole = call;
        while (whole.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next })
        {
            whole = next;
        }

        return place.Edit("Add RequireAuthorization()", editor => editor.ReplaceNode(whole, (current, _) =>
            SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, ((ExpressionSyntax)current).WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("RequireAuthorization")))
            .WithTrailingTrivia(current.GetTrailingTrivia())));
    }
}
