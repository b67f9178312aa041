using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0010 and SYNC0301: lists an entity that the scope lacks.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class ListedFix() : SyncFix("SYNC0010", "SYNC0301")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        if (place.Around<TypeDeclarationSyntax>() is not { } declaration || ScopeAttribute(declaration, place.Model, cancellationToken) is not { } attribute)
        {
            return null;
        }

        var missing = place.Diagnostic.Id == "SYNC0010" ? OfTable(place, cancellationToken) : Parent(place, cancellationToken);
        if (missing is null || !missing.Has(Known.Entity))
        {
            return null;
        }

        var entry = SyntaxFactory.ParseExpression($"typeof({missing.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(place.Model, attribute.SpanStart)})");
        return place.Edit($"Add '{missing.Name}' to the scope", editor => editor.ReplaceNode(attribute, (current, _) => WithEntry((AttributeSyntax)current, entry)));
    }

    // Two findings may ask for the same entity.
    private static AttributeSyntax WithEntry(AttributeSyntax attribute, ExpressionSyntax entry) =>
        attribute.DescendantNodes().OfType<TypeOfExpressionSyntax>().Any(t => t.ToString() == entry.ToString()) ? attribute : AttributeEdits.Append(attribute, 1, entry);

    private static AttributeSyntax? ScopeAttribute(TypeDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellationToken) =>
        declaration.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(a => model.GetTypeInfo(a, cancellationToken).Type?.ToDisplayString() == Known.Scope);

    private static INamedTypeSymbol? OfTable(FixPlace place, CancellationToken cancellationToken) =>
        place.Around<AttributeSyntax>()?.ArgumentList?.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax { Type: { } type }
            ? place.Model.GetTypeInfo(type, cancellationToken).Type as INamedTypeSymbol
            : null;

    private static INamedTypeSymbol? Parent(FixPlace place, CancellationToken cancellationToken)
    {
        if (place.Node is not TypeOfExpressionSyntax { Type: { } written } || place.Model.GetTypeInfo(written, cancellationToken).Type is not INamedTypeSymbol child)
        {
            return null;
        }

        var parents = Known.Properties(child)
            .Where(p => Known.ItemOf(p.Type) is null)
            .Select(p => Known.Target(p.Type))
            .OfType<INamedTypeSymbol>()
            .Where(t => t.Name == place.Argument(2))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .ToArray();
        return parents is [var parent] ? parent : null;
    }
}
