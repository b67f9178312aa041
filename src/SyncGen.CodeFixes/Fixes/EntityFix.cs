using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0006: marks a class that a scope lists.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class EntityFix() : SyncFix("SYNC0006")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        if (place.Node is not TypeOfExpressionSyntax { Type: { } written }
            || place.Model.GetTypeInfo(written, cancellationToken).Type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false, IsFileLocal: false, TypeParameters.Length: 0 } type
            || !HasKey(type)
            || place.Model.Compilation.GetTypeByMetadataName(Known.Entity) is not { } attribute
            || type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration
            || place.Document.Project.Solution.GetDocument(declaration.SyntaxTree) is not { } document)
        {
            return null;
        }

        // The class may lie in another file than the scope.
        var name = TypeNames.Of(attribute, place.Model.Compilation.GetSemanticModel(declaration.SyntaxTree), declaration.SpanStart);
        return new FixEdit($"Mark '{type.Name}' with [SyncEntity]", document, editor => editor.AddAttribute(declaration, editor.Generator.Attribute(name.Text))) { Import = name.Import };
    }

    private static bool HasKey(INamedTypeSymbol type) => Known.Properties(type).Any(p =>
        p.SetMethod is not null
        && (p.Has(Known.Key)
            || string.Equals(p.Name, "Id", StringComparison.OrdinalIgnoreCase)
            || string.Equals(p.Name, type.Name + "Id", StringComparison.OrdinalIgnoreCase)));
}
