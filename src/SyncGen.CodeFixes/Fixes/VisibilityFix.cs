using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0008: lets the assembly see a nested class of rows.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class VisibilityFix() : SyncFix("SYNC0008")
{
    private static readonly Accessibility[] s_hidden = [Accessibility.Private, Accessibility.Protected, Accessibility.ProtectedAndInternal];

    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        if (place.Around<TypeDeclarationSyntax>() is not { } declaration
            || place.Model.GetDeclaredSymbol(declaration, cancellationToken) is not { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false } type)
        {
            return null;
        }

        var levels = declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().ToArray();
        if (levels.Any(t => t.TypeParameterList is not null || t.Modifiers.Any(SyntaxKind.FileKeyword)))
        {
            return null;
        }

        var hidden = levels.Where(t => s_hidden.Contains(place.Model.GetDeclaredSymbol(t, cancellationToken)!.DeclaredAccessibility)).ToArray();
        return hidden.Length == 0 ? null : place.Edit($"Make '{type.Name}' internal", editor => Array.ForEach(hidden, level =>
            editor.ReplaceNode(level, (current, _) => ModifierEdits.MakeInternal((MemberDeclarationSyntax)current))));
    }
}
