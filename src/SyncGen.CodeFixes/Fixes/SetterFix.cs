using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0203: lets generated code set a property.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SetterFix() : SyncFix("SYNC0203")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        if (place.Around<PropertyDeclarationSyntax>() is not { AccessorList: { } accessors } property)
        {
            return null;
        }

        if (accessors.Accessors.FirstOrDefault(a => a.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration) is { } setter)
        {
            return setter.Modifiers.Count == 0 ? null : place.Edit("Make the accessor internal", editor => editor.ReplaceNode(setter, (current, _) => MakeInternal((AccessorDeclarationSyntax)current)));
        }

        // Only where the compiler keeps the value; and an override has the accessors of what it overrides.
        return property.Modifiers.Any(SyntaxKind.OverrideKeyword) || accessors.Accessors is not [{ Body: null, ExpressionBody: null } getter]
            ? null
            : place.Edit("Add 'init'", editor => editor.ReplaceNode(accessors, (current, _) => AddInit((AccessorListSyntax)current, getter.GetTrailingTrivia())));
    }

    private static AccessorListSyntax AddInit(AccessorListSyntax accessors, SyntaxTriviaList behind)
    {
        var getter = accessors.Accessors[0].WithTrailingTrivia(SyntaxFactory.Space);
        return accessors.WithAccessors([getter, MemberEdits.Accessor(SyntaxKind.InitAccessorDeclaration).WithTrailingTrivia(behind)]);
    }

    private static AccessorDeclarationSyntax MakeInternal(AccessorDeclarationSyntax accessor)
    {
        var modifier = SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTriviaFrom(accessor.Modifiers[0]);
        return accessor.WithModifiers([modifier.WithTrailingTrivia(accessor.Modifiers.Last().TrailingTrivia)]);
    }
}
