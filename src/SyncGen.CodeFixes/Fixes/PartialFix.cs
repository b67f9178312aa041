using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0001: makes the class of a scope partial, and the types around it.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class PartialFix() : SyncFix("SYNC0001")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        var types = place.Node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(t => !t.Modifiers.Any(SyntaxKind.PartialKeyword)).ToArray();
        return types.Length == 0 ? null : place.Edit("Make partial", editor => Array.ForEach(types, type =>
            editor.ReplaceNode(type, (current, _) => ModifierEdits.AddPartial((MemberDeclarationSyntax)current))));
    }
}
