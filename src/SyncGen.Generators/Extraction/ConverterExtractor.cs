using Microsoft.CodeAnalysis;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads what a converter converts.</summary>
internal static class ConverterExtractor
{
    private const string InterfaceName = "SyncGen.ISyncConverter<TValue, TStored>";

    public static ConverterDeclaration? Extract(AttributeData attribute, CancellationToken cancellationToken)
    {
        if (attribute.AttributeClass?.TypeArguments is not [var converter])
        {
            return null;
        }

        var conversions = converter.AllInterfaces
            .Where(i => i.OriginalDefinition.ToDisplayString() == InterfaceName)
            .Select(i => Conversion(converter, i))
            .ToEquatableArray();
        return new ConverterDeclaration(
            SymbolNames.FullName(converter),
            SourceTokens.Of(attribute, cancellationToken),
            conversions,
            converter.TypeKind == TypeKind.Error);
    }

    private static Conversion Conversion(ITypeSymbol converter, INamedTypeSymbol conversion)
    {
        var isCallable = conversion.GetMembers().All(m =>
            converter.FindImplementationForInterfaceMember(m) is IMethodSymbol { DeclaredAccessibility: Accessibility.Public, ExplicitInterfaceImplementations.Length: 0 });
        return new Conversion(
            SymbolNames.FullName(conversion.TypeArguments[0]),
            SymbolNames.FullName(conversion.TypeArguments[1]),
            StoredTypes.Of(conversion.TypeArguments[1]),
            isCallable);
    }
}
