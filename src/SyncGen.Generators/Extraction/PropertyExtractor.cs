using Microsoft.CodeAnalysis;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads the public properties of a class: base classes' first, then in the order of the declaration.</summary>
internal static class PropertyExtractor
{
    public static EquatableArray<PropertyDeclaration> Extract(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        Properties(type).Select(p => Declaration(p, compilation, cancellationToken)).ToEquatableArray();

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (var level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            levels.Push(level);
        }

        // What a derived class overrides or hides keeps its place, in its latest form.
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var properties = new List<IPropertySymbol>();
        foreach (var property in levels.SelectMany(OwnProperties))
        {
            if (places.TryGetValue(property.Name, out var place))
            {
                properties[place] = property;
            }
            else
            {
                places.Add(property.Name, properties.Count);
                properties.Add(property);
            }
        }

        return properties;
    }

    // A class in several files has the same columns in the same order, whatever the order in which the files are compiled.
    private static IEnumerable<IPropertySymbol> OwnProperties(INamedTypeSymbol type)
    {
        var own = type.GetMembers().OfType<IPropertySymbol>().Where(IsMappable);
        return type.DeclaringSyntaxReferences.Length > 1
            ? own.OrderBy(p => FileName(p), StringComparer.Ordinal).ThenBy(p => p.Locations[0].SourceSpan.Start)
            : own;
    }

    private static string FileName(IPropertySymbol property)
    {
        var path = property.Locations[0].SourceTree?.FilePath ?? "";
        return path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
    }

    private static bool IsMappable(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public }
        && !(property.IsImplicitlyDeclared && property.Name == "EqualityContract");

    private static PropertyDeclaration Declaration(IPropertySymbol property, Compilation compilation, CancellationToken cancellationToken)
    {
        var setter = property.SetMethod switch
        {
            null => PropertySetter.None,
            { } method => compilation.IsSymbolAccessibleWithin(method, compilation.Assembly) ? PropertySetter.Accessible : PropertySetter.Inaccessible,
        };
        return new PropertyDeclaration(
            property.Name,
            UnresolvedTypes.WithNames(PropertyTypeExtractor.Extract(property.Type), property, compilation, cancellationToken),
            setter,
            PropertyAnnotationsExtractor.Extract(property, cancellationToken),
            SourceTokens.Of(property),
            SourceTokens.OfType(property, cancellationToken));
    }
}
