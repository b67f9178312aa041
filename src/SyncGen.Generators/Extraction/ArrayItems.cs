using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SyncGen.Generators.Extraction;

/// <summary>The items of an array as it is written.</summary>
internal static class ArrayItems
{
    /// <summary>The items of <c>[ … ]</c>, <c>new[] { … }</c> or <c>new T[] { … }</c>; null if the expression is none of these.</summary>
    public static IReadOnlyList<SyntaxNode>? Of(ExpressionSyntax? expression) => expression switch
    {
        CollectionExpressionSyntax collection => [.. collection.Elements.Select(e => e is ExpressionElementSyntax item ? item.Expression : (SyntaxNode)e)],
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        _ => null,
    };
}
