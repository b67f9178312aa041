using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SyncGen.CodeFixes.Editing;

/// <summary>Changes lists with separators.</summary>
internal static class ListEdits
{
    /// <summary>Whether the expression is an array with its items.</summary>
    public static bool IsList(ExpressionSyntax expression) => expression is
        CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax { Initializer: not null };

    /// <summary>The items of an array.</summary>
    public static IReadOnlyList<SyntaxNode> Items(ExpressionSyntax? expression) => expression switch
    {
        CollectionExpressionSyntax collection => collection.Elements,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        _ => [],
    };

    /// <summary>The array with an item more.</summary>
    public static ExpressionSyntax Append(ExpressionSyntax list, ExpressionSyntax item) => list switch
    {
        CollectionExpressionSyntax collection => collection.WithElements(Insert(collection.Elements, collection.Elements.Count, SyntaxFactory.ExpressionElement(item))),
        ImplicitArrayCreationExpressionSyntax array => array.WithInitializer(Append(array.Initializer, item)),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } array => array.WithInitializer(Append(initializer, item)),
        _ => list,
    };

    /// <summary>The array without the last item that is written so.</summary>
    public static ExpressionSyntax Remove(ExpressionSyntax list, string item) => list switch
    {
        CollectionExpressionSyntax collection => collection.WithElements(Remove(collection.Elements, item)),
        ImplicitArrayCreationExpressionSyntax array => array.WithInitializer(array.Initializer.WithExpressions(Remove(array.Initializer.Expressions, item))),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } array => array.WithInitializer(initializer.WithExpressions(Remove(initializer.Expressions, item))),
        _ => list,
    };

    /// <summary>The list with an item at a place; a comma and a blank stand between it and its neighbours.</summary>
    public static SeparatedSyntaxList<TNode> Insert<TNode>(SeparatedSyntaxList<TNode> list, int place, TNode item)
        where TNode : SyntaxNode
    {
        // Behind the last item may stand the blank before a brace, or the end of a line.
        var behind = place == list.Count && place > 0 ? list[place - 1].GetTrailingTrivia() : default;
        var items = list.ToList();
        if (behind.Count > 0)
        {
            items[place - 1] = items[place - 1].WithoutTrailingTrivia();
        }

        items.Insert(place, item.WithTrailingTrivia(behind));
        var separators = list.GetSeparators().ToList();
        if (items.Count > 1 && separators.Count < items.Count - 1)
        {
            separators.Insert(Math.Min(Math.Max(place - 1, 0), separators.Count), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        }

        return SyntaxFactory.SeparatedList(items, separators);
    }

    /// <summary>The list without an item; its neighbours keep their lines, and comments beside it stay.</summary>
    public static SeparatedSyntaxList<TNode> Remove<TNode>(SeparatedSyntaxList<TNode> list, TNode item)
        where TNode : SyntaxNode
    {
        var items = list.ToList();
        var separators = list.GetSeparators().ToList();
        var place = items.IndexOf(item);
        if (place < separators.Count)
        {
            var behind = WithComments(separators[place].TrailingTrivia);
            separators.RemoveAt(place);
            if (place + 1 < items.Count)
            {
                var next = items[place + 1];
                var own = behind.Count > 0 || item.GetLeadingTrivia().Count == 0 ? next.GetLeadingTrivia() : default;
                items[place + 1] = next.WithLeadingTrivia(item.GetLeadingTrivia().AddRange(behind.SkipWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia))).AddRange(own));
            }
        }
        else if (place > 0)
        {
            var before = items[place - 1];
            var behind = WithComments(separators[place - 1].TrailingTrivia);
            separators.RemoveAt(place - 1);
            items[place - 1] = before.WithTrailingTrivia(before.GetTrailingTrivia().AddRange(behind).AddRange(item.GetTrailingTrivia()));
        }

        items.RemoveAt(place);
        return SyntaxFactory.SeparatedList(items, separators);
    }

    private static SyntaxTriviaList WithComments(SyntaxTriviaList trivia) =>
        trivia.Any(t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia) ? trivia : default;

    private static InitializerExpressionSyntax Append(InitializerExpressionSyntax initializer, ExpressionSyntax item) =>
        initializer.WithExpressions(Insert(initializer.Expressions, initializer.Expressions.Count, item));

    private static SeparatedSyntaxList<TNode> Remove<TNode>(SeparatedSyntaxList<TNode> list, string item)
        where TNode : SyntaxNode => list.LastOrDefault(n => n.ToString() == item) is { } node ? Remove(list, node) : list;
}
