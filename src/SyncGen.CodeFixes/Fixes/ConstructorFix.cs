using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0204: lets generated code call the constructor that is there.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class ConstructorFix() : SyncFix("SYNC0204")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        var constructor = place.Around<TypeDeclarationSyntax>()?.Members
            .OfType<ConstructorDeclarationSyntax>()
            .FirstOrDefault(c => c.ParameterList.Parameters.Count == 0 && !c.Modifiers.Any(SyntaxKind.StaticKeyword));
        return constructor is null
            ? null
            : place.Edit("Make the constructor internal", editor => editor.ReplaceNode(constructor, (current, _) => ModifierEdits.MakeInternal((MemberDeclarationSyntax)current)));
    }
}
