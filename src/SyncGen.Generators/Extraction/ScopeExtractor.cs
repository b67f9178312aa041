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
        var name = new Annotated<string>(AttributeArguments.At<string>(attribute, 0) ?? "", SourceTokens.OfArgument(attribute, 0, cancellationToken));
        var listed = ListedTypes(attribute);
        return new ScopeDeclaration(ScopeClassExtractor.Extract(type), name, SourceTokens.Of(type))
        {
            Shape = ScopeClassExtractor.Shape(type, cancellationToken),
            Conflicts = (TablePolicy)AttributeArguments.Named<int>(attribute, "Conflicts"),
            MayHandOn = AttributeArguments.Named<bool>(attribute, "MayHandOn"),
            Entries = listed.Select((t, i) => Entry(attribute, t, i, cancellationToken)).ToEquatableArray(),
            Tables = type.GetAttributes()
                .Where(a => SymbolNames.AttributeName(a) == AttributeNames.Table)
                .Select(a => TableDeclarationExtractor.Extract(a, cancellationToken))
                .OfType<TableDeclaration>()
                .ToEquatableArray(),
            Members = ScopeMemberExtractor.Extract(type),
            ReferencedEntities = listed
                .OfType<INamedTypeSymbol>()
                .Where(t => !SymbolEqualityComparer.Default.Equals(t.ContainingAssembly, context.SemanticModel.Compilation.Assembly))
                .Where(PropertyTypeExtractor.IsEntity)
                .Select(t => EntityExtractor.Extract(t, context.SemanticModel.Compilation, cancellationToken))
                .ToEquatableArray(),
        };
    }

    private static List<ITypeSymbol?> ListedTypes(AttributeData attribute) =>
        attribute.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, IsNull: false } types]
            ? [.. types.Values.Select(v => v.Value as ITypeSymbol)]
            : [];

    private static ScopeEntry Entry(AttributeData attribute, ITypeSymbol? type, int index, CancellationToken cancellationToken)
    {
        var source = EntrySource(attribute, index, cancellationToken);
        return type is null or { TypeKind: TypeKind.Error }
            ? new ScopeEntry(new TypeReference("?" + index, "?", ""), source, IsEntity: false, IsError: true)
            : new ScopeEntry(SymbolNames.Reference(type), source, PropertyTypeExtractor.IsEntity(type), IsError: false);
    }

    // The types stand behind the name, one by one or as one array.
    private static SourceToken EntrySource(AttributeData attribute, int index, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            var positional = arguments.Where(a => a.NameEquals is null).Skip(1).ToArray();
            var items = positional is [var single] ? ArrayItems.Of(single.Expression) ?? [single.Expression] : [.. positional.Select(a => a.Expression)];
            if (index < items.Count)
            {
                return SourceTokens.Of(items[index].GetLocation());
            }
        }

        return SourceTokens.Of(attribute, cancellationToken);
    }
}
