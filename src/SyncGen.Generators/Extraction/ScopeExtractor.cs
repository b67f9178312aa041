using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads a scope.</summary>
internal static class ScopeExtractor
{
    public static ScopeDeclaration Extract(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = context.Attributes[0];
        var compilation = context.SemanticModel.Compilation;
        var name = new Annotated<string>(AttributeArguments.At<string>(attribute, 0) ?? "", SourceTokens.OfArgument(attribute, 0, cancellationToken));
        var listed = ListedTypes(attribute);
        var names = new NameLookup(compilation, cancellationToken);
        return new ScopeDeclaration(ScopeClassExtractor.Extract(type), name, SourceTokens.Of(type))
        {
            Shape = ScopeClassExtractor.Shape(type, cancellationToken),
            Conflicts = (TablePolicy)AttributeArguments.Named<int>(attribute, "Conflicts"),
            MayHandOn = AttributeArguments.Named<bool>(attribute, "MayHandOn"),
            Entries = listed.Select((t, i) => Entry(attribute, t, i, names, cancellationToken)).ToEquatableArray(),
            Tables = type.GetAttributes()
                .Where(a => SymbolNames.AttributeName(a) == AttributeNames.Table)
                .Select(a => TableDeclarationExtractor.Extract(a, names, cancellationToken))
                .OfType<TableDeclaration>()
                .ToEquatableArray(),
            Members = ScopeMemberExtractor.Extract(type),
            ReferencedEntities = listed
                .OfType<INamedTypeSymbol>()
                .Where(t => !SymbolEqualityComparer.Default.Equals(t.ContainingAssembly, compilation.Assembly))
                .Where(PropertyTypeExtractor.IsEntity)
                .Select(t => EntityExtractor.Extract(t, compilation, cancellationToken))
                .ToEquatableArray(),
        };
    }

    private static List<ITypeSymbol?> ListedTypes(AttributeData attribute) =>
        attribute.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, IsNull: false } types]
            ? [.. types.Values.Select(v => v.Value as ITypeSymbol)]
            : [];

    private static ScopeEntry Entry(AttributeData attribute, ITypeSymbol? type, int index, NameLookup lookup, CancellationToken cancellationToken)
    {
        var item = Item(attribute, index, cancellationToken);
        var source = item is null ? SourceTokens.Of(attribute, cancellationToken) : SourceTokens.Of(item.GetLocation());
        var names = lookup.Of((item as TypeOfExpressionSyntax)?.Type);
        if (type is null or { TypeKind: TypeKind.Error })
        {
            return new ScopeEntry(new TypeReference("?" + index, "?", ""), source, IsEntity: false, IsError: true) { Before = names };
        }

        var reference = SymbolNames.Reference(type);
        return new ScopeEntry(reference, source, PropertyTypeExtractor.IsEntity(type), IsError: false) { Before = names.Until(reference.FullName) };
    }

    // The types stand behind the name, one by one or as one array.
    private static SyntaxNode? Item(AttributeData attribute, int index, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            return null;
        }

        var positional = arguments.Where(a => a.NameEquals is null).Skip(1).ToArray();
        var items = positional is [var single] ? ArrayItems.Of(single.Expression) ?? [single.Expression] : [.. positional.Select(a => a.Expression)];
        return index < items.Count ? items[index] : null;
    }
}
