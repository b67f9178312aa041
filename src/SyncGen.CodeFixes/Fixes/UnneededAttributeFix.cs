using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0104 and SYNC0210: removes an attribute that must not be there, or says nothing.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class UnneededAttributeFix() : SyncFix("SYNC0104", "SYNC0210")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        // A time stamp is more than computed: without its attribute it would be another column.
        var attribute = place.Around<AttributeSyntax>();
        var isFit = attribute is { Parent.Parent: MemberDeclarationSyntax or ParameterSyntax }
            && (place.Diagnostic.Id != "SYNC0104" || place.Model.GetTypeInfo(attribute, cancellationToken).Type?.ToDisplayString() == Known.DatabaseGenerated);
        return isFit && (attribute!.Parent is AttributeListSyntax { Attributes.Count: > 1 } || attribute.Parent!.Parent is MemberDeclarationSyntax)
            ? place.Edit($"Remove [{attribute.Name}]", editor => AttributeEdits.Remove(editor, attribute))
            : null;
    }
}
