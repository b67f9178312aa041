using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0209 and SYNC0404: lets a property travel that must.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SubsetFix() : SyncFix("SYNC0209", "SYNC0404")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        var name = place.Argument(place.Diagnostic.Id == "SYNC0209" ? 1 : 2);
        if (place.Around<AttributeSyntax>() is not { } attribute || attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not TypeOfExpressionSyntax { Type: { } type })
        {
            return null;
        }

        if (AttributeEdits.Named(attribute, "Only") is { } only)
        {
            var item = SyntaxFactory.ParseExpression($"nameof({type}.{name})");
            return ListEdits.IsList(only.Expression)
                ? place.Edit($"Add '{name}' to Only", editor => editor.ReplaceNode(attribute, (current, _) => Change((AttributeSyntax)current, "Only", list => ListEdits.Append(list, item))))
                : null;
        }

        var left = ListEdits.Items(AttributeEdits.Named(attribute, "Except")?.Expression)
            .FirstOrDefault(i => place.Model.GetConstantValue(i is ExpressionElementSyntax element ? element.Expression : i, cancellationToken).Value as string == name);
        return left is null
            ? null
            : place.Edit($"Remove '{name}' from Except", editor => editor.ReplaceNode(attribute, (current, _) => Change((AttributeSyntax)current, "Except", list => ListEdits.Remove(list, left.ToString()))));
    }

    // A list of which nothing is left goes, too.
    private static AttributeSyntax Change(AttributeSyntax attribute, string name, Func<ExpressionSyntax, ExpressionSyntax> change)
    {
        var argument = AttributeEdits.Named(attribute, name)!;
        var list = change(argument.Expression);
        return ListEdits.Items(list).Count > 0
            ? attribute.ReplaceNode(argument.Expression, list)
            : attribute.WithArgumentList(attribute.ArgumentList!.WithArguments(ListEdits.Remove(attribute.ArgumentList.Arguments, argument)));
    }
}
