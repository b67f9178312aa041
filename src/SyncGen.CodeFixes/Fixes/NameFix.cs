using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0105, SYNC0208 and SYNC0303: names the property that was meant.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class NameFix() : SyncFix("SYNC0105", "SYNC0208", "SYNC0303")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        if (place.Around<AttributeSyntax>() is not { ArgumentList: { } arguments } attribute || place.Around<TypeDeclarationSyntax>() is not { } declaration)
        {
            return null;
        }

        var owner = place.Model.GetDeclaredSymbol(declaration, cancellationToken);
        var (expression, written, names, prefix) = place.Diagnostic.Id switch
        {
            "SYNC0105" => (Literal(arguments, place, cancellationToken), place.Argument(1), Columns(owner), ""),
            "SYNC0208" => (place.Node as ExpressionSyntax, place.Argument(1), Columns(TableType(arguments, place.Model, cancellationToken)), TableName(arguments)),
            _ => OfForeignKey(place, attribute, owner, cancellationToken),
        };
        return expression is not null && Spelling.Closest(written, names.Except(Listed(expression, place.Model, cancellationToken))) is { } name && name != written
            ? place.Edit($"Change to '{name}'", editor => editor.ReplaceNode(expression, SyntaxFactory.ParseExpression($"nameof({prefix}{name})").WithTriviaFrom(expression)))
            : null;
    }

    private static (ExpressionSyntax? Expression, string Written, IEnumerable<string> Names, string Prefix) OfForeignKey(
        FixPlace place, AttributeSyntax attribute, INamedTypeSymbol? owner, CancellationToken cancellationToken)
    {
        var expression = attribute.ArgumentList!.Arguments.FirstOrDefault()?.Expression;
        var property = attribute.Parent?.Parent is PropertyDeclarationSyntax declared ? place.Model.GetDeclaredSymbol(declared, cancellationToken) : null;

        // Several names in one text are left to their author.
        if (expression is null || property is null || place.Model.GetConstantValue(expression, cancellationToken).Value is not string written || written.Contains(','))
        {
            return (null, "", [], "");
        }

        if (Known.Target(property.Type) is not { } target)
        {
            return (expression, written, owner is null ? [] : Known.Properties(owner).Where(p => Known.Target(p.Type) is not null && Known.ItemOf(p.Type) is null).Select(p => p.Name), "");
        }

        return Known.ItemOf(property.Type) is null
            ? (expression, written, Columns(owner), "")
            : (expression, written, Columns(target), target.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(place.Model, expression.SpanStart) + ".");
    }

    private static IEnumerable<string> Columns(INamedTypeSymbol? type) =>
        type is null ? [] : Known.Properties(type).Where(p => p.SetMethod is not null && Known.Target(p.Type) is null).Select(p => p.Name);

    private static ExpressionSyntax? Literal(AttributeArgumentListSyntax arguments, FixPlace place, CancellationToken cancellationToken) =>
        arguments.Arguments.Select(a => a.Expression).FirstOrDefault(e => place.Model.GetConstantValue(e, cancellationToken).Value as string == place.Argument(1));

    private static INamedTypeSymbol? TableType(AttributeArgumentListSyntax arguments, SemanticModel model, CancellationToken cancellationToken) =>
        arguments.Arguments[0].Expression is TypeOfExpressionSyntax { Type: { } type } ? model.GetTypeInfo(type, cancellationToken).Type as INamedTypeSymbol : null;

    private static string TableName(AttributeArgumentListSyntax arguments) => arguments.Arguments[0].Expression is TypeOfExpressionSyntax { Type: { } type } ? type + "." : "";

    // What is named beside it is not meant a second time.
    private static IEnumerable<string> Listed(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        var list = expression.Ancestors().OfType<ExpressionSyntax>().FirstOrDefault(ListEdits.IsList);
        var others = list is not null ? ListEdits.Items(list).Select(i => i is ExpressionElementSyntax element ? element.Expression : i)
            : expression.Parent?.Parent is AttributeArgumentListSyntax arguments ? arguments.Arguments.Select(a => a.Expression) : [];
        return others.Where(o => o != expression).Select(o => model.GetConstantValue(o, cancellationToken).Value as string).OfType<string>();
    }
}
