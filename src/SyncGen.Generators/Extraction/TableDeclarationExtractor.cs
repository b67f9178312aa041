using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads what a scope says about one of its tables.</summary>
internal static class TableDeclarationExtractor
{
    public static TableDeclaration? Extract(AttributeData attribute, CancellationToken cancellationToken)
    {
        if (attribute.ConstructorArguments is not [{ Value: ITypeSymbol type }])
        {
            return null;
        }

        return new TableDeclaration(SymbolNames.Reference(type), SourceTokens.Of(attribute, cancellationToken))
        {
            Direction = (TableDirection)AttributeArguments.Named<int>(attribute, "Direction"),
            Conflicts = (TablePolicy)AttributeArguments.Named<int>(attribute, "Conflicts"),
            Only = Names(attribute, "Only", cancellationToken),
            Except = Names(attribute, "Except", cancellationToken),
            IsError = type.TypeKind == TypeKind.Error,
        };
    }

    private static EquatableArray<Annotated<string>>? Names(AttributeData attribute, string argument, CancellationToken cancellationToken)
    {
        var value = attribute.NamedArguments.FirstOrDefault(a => a.Key == argument).Value;
        if (value.Kind != TypedConstantKind.Array || value.IsNull)
        {
            return null;
        }

        var sources = Items(attribute, argument, cancellationToken);
        return value.Values
            .Select((v, i) => new Annotated<string>(
                v.Value as string ?? "",
                i < sources.Count ? SourceTokens.Of(sources[i].GetLocation()) : SourceTokens.Of(attribute, cancellationToken)))
            .ToEquatableArray();
    }

    private static IReadOnlyList<SyntaxNode> Items(AttributeData attribute, string argument, CancellationToken cancellationToken)
    {
        var syntax = (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(a => a.NameEquals?.Name.Identifier.Text == argument);
        return ArrayItems.Of(syntax?.Expression) ?? [];
    }
}
