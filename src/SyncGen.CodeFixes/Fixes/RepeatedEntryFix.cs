using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0007: lists an entity once.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RepeatedEntryFix() : SyncFix("SYNC0007")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken) =>
        place.Node is TypeOfExpressionSyntax entry && place.Around<AttributeSyntax>() is { } attribute
            ? place.Edit("List it once", editor => editor.ReplaceNode(attribute, (current, _) => Without((AttributeSyntax)current, entry.ToString())))
            : null;

    private static AttributeSyntax Without(AttributeSyntax attribute, string entry)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        if (arguments.LastOrDefault(a => a.Expression.ToString() == entry) is { } argument)
        {
            return attribute.WithArgumentList(attribute.ArgumentList.WithArguments(ListEdits.Remove(arguments, argument)));
        }

        var list = arguments.First(a => ListEdits.IsList(a.Expression)).Expression;
        return attribute.ReplaceNode(list, ListEdits.Remove(list, entry));
    }
}
