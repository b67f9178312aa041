using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads what a scope says about one of its tables.</summary>
internal static class TableDeclarationExtractor
{
    public static TableDeclaration? Extract(AttributeData attribute, NameLookup lookup, CancellationToken cancellationToken)
    {
        if (attribute.ConstructorArguments is not [{ Value: ITypeSymbol type }])
        {
            return null;
        }

        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        var isError = type.TypeKind == TypeKind.Error;
        var reference = SymbolNames.Reference(type);
        var names = lookup.Of((syntax?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null)?.Expression as TypeOfExpressionSyntax)?.Type);
        return new TableDeclaration(reference, SourceTokens.Of(attribute, cancellationToken))
        {
            Direction = (TableDirection)AttributeArguments.Named<int>(attribute, "Direction"),
            Conflicts = (TablePolicy)AttributeArguments.Named<int>(attribute, "Conflicts"),
            Only = Names(attribute, syntax, "Only", cancellationToken),
            Except = Names(attribute, syntax, "Except", cancellationToken),
            IsError = isError,
            Before = isError ? names : names.Until(reference.FullName),
        };
    }

    private static EquatableArray<Annotated<string>>? Names(AttributeData attribute, AttributeSyntax? syntax, string argument, CancellationToken cancellationToken)
    {
        var value = attribute.NamedArguments.FirstOrDefault(a => a.Key == argument).Value;
        var expression = syntax?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.Text == argument)?.Expression;
        var items = ArrayItems.Of(expression) ?? [];
        if (value.Kind != TypedConstantKind.Array || value.IsNull)
        {
            // An array with a name in it that the compiler cannot resolve has no value: a class that is yet to be emitted.
            return items.Count == 0 || value.Kind == TypedConstantKind.Array ? null : items.Select(i => Written(i, null)).ToEquatableArray();
        }

        return value.Values
            .Select((v, i) => i < items.Count ? Written(items[i], v.Value as string) : new Annotated<string>(v.Value as string ?? "", SourceTokens.Of(attribute, cancellationToken)))
            .ToEquatableArray();
    }

    // nameof gives its last identifier, whatever stands before it.
    private static Annotated<string> Written(SyntaxNode item, string? value)
    {
        var name = value ?? item switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call => call.DescendantNodes().OfType<SimpleNameSyntax>().Last().Identifier.ValueText,
            _ => "",
        };
        return new Annotated<string>(name, SourceTokens.Of(item.GetLocation()));
    }
}
