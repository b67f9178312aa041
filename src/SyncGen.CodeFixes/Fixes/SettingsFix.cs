using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0011: puts all settings of a table into one attribute.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SettingsFix() : SyncFix("SYNC0011")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        if (place.Around<AttributeSyntax>() is not { } second
            || place.Around<TypeDeclarationSyntax>() is not { } declaration
            || TypeOf(second, place.Model, cancellationToken) is not { } type
            || declaration.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(a => IsTable(a, type, place.Model, cancellationToken)) is not { } first
            || first == second)
        {
            return null;
        }

        var settings = Settings(second).ToArray();
        var names = Settings(first).Concat(settings).Select(s => s.NameEquals!.Name.Identifier.ValueText).ToArray();
        if (names.Distinct().Count() < names.Length || (names.Contains("Only") && names.Contains("Except")))
        {
            return null;
        }

        return place.Edit("Put all settings into one attribute", editor =>
        {
            editor.ReplaceNode(first, (current, _) =>
            {
                var arguments = ((AttributeSyntax)current).ArgumentList!;
                var all = settings.Aggregate(arguments.Arguments, (list, s) => ListEdits.Insert(list, list.Count, s.WithoutTrivia()));
                return ((AttributeSyntax)current).WithArgumentList(arguments.WithArguments(all));
            });
            AttributeEdits.Remove(editor, second);
        });
    }

    private static IEnumerable<AttributeArgumentSyntax> Settings(AttributeSyntax attribute) => attribute.ArgumentList!.Arguments.Where(a => a.NameEquals is not null);

    private static bool IsTable(AttributeSyntax attribute, ITypeSymbol type, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(attribute, cancellationToken).Type?.ToDisplayString() == Known.Table
        && SymbolEqualityComparer.Default.Equals(TypeOf(attribute, model, cancellationToken), type);

    private static ITypeSymbol? TypeOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax { Type: { } written } ? model.GetTypeInfo(written, cancellationToken).Type : null;
}
