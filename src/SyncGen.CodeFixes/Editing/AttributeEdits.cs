using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace SyncGen.CodeFixes.Editing;

/// <summary>Changes attributes and the lists in them.</summary>
internal static class AttributeEdits
{
    /// <summary>Takes an attribute away, and leaves the comments around it.</summary>
    public static void Remove(SyntaxEditor editor, AttributeSyntax attribute)
    {
        var text = attribute.ToString();
        if (attribute.Parent is AttributeListSyntax { Attributes.Count: > 1 } list)
        {
            editor.ReplaceNode(list, (current, _) =>
            {
                var attributes = ((AttributeListSyntax)current).Attributes;
                return ((AttributeListSyntax)current).WithAttributes(ListEdits.Remove(attributes, attributes.Last(a => a.ToString() == text)));
            });
        }
        else if (attribute.Parent?.Parent is MemberDeclarationSyntax owner)
        {
            editor.ReplaceNode(owner, (current, _) => WithoutList((MemberDeclarationSyntax)current, text));
        }
    }

    /// <summary>Adds an item behind the last one: to the array that the items are written as, or to the attribute's own arguments before the named ones.</summary>
    public static AttributeSyntax Append(AttributeSyntax attribute, int before, ExpressionSyntax item)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        var positional = arguments.Where(a => a.NameEquals is null).ToArray();
        if (positional.Length == before + 1 && ListEdits.IsList(positional[before].Expression))
        {
            return attribute.ReplaceNode(positional[before].Expression, ListEdits.Append(positional[before].Expression, item));
        }

        var added = SyntaxFactory.AttributeArgument(item.WithoutTrivia());
        var place = positional.Length == 0 ? 0 : arguments.IndexOf(positional.Last()) + 1;
        return attribute.WithArgumentList(attribute.ArgumentList.WithArguments(ListEdits.Insert(arguments, place, added)));
    }

    /// <summary>The argument that sets a property of the attribute; null if there is none.</summary>
    public static AttributeArgumentSyntax? Named(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name);

    private static SyntaxNode WithoutList(MemberDeclarationSyntax owner, string text)
    {
        var list = owner.AttributeLists.Last(l => l.Attributes.Count == 1 && l.Attributes[0].ToString() == text);
        var next = list.GetLastToken().GetNextToken();
        var leading = list.GetLeadingTrivia();
        var behind = list.GetTrailingTrivia();
        // The line of the attribute goes, unless a comment stands in it.
        var keepsLine = behind.Any(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia));
        var rest = keepsLine ? leading.AddRange(behind.SkipWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia))).AddRange(next.LeadingTrivia)
            : leading.AddRange(next.LeadingTrivia.SkipWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        return owner.ReplaceToken(next, next.WithLeadingTrivia(rest)) is MemberDeclarationSyntax changed
            ? changed.WithAttributeLists(changed.AttributeLists.RemoveAt(owner.AttributeLists.IndexOf(list)))
            : owner;
    }
}
