using Microsoft.CodeAnalysis;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads the attributes on a property.</summary>
internal static class PropertyAnnotationsExtractor
{
    private const int ComputedOption = 2;

    public static PropertyAnnotations Extract(IPropertySymbol property, CancellationToken cancellationToken)
    {
        // An override says what it says on top of what it overrides.
        var annotations = property.OverriddenProperty is { } overridden ? Extract(overridden, cancellationToken) : PropertyAnnotations.None;
        foreach (var attribute in property.GetAttributes())
        {
            annotations = Add(annotations, attribute, cancellationToken);
        }

        return annotations;
    }

    private static PropertyAnnotations Add(PropertyAnnotations annotations, AttributeData attribute, CancellationToken cancellationToken)
    {
        var source = SourceTokens.Of(attribute, cancellationToken);
        return SymbolNames.AttributeName(attribute) switch
        {
            AttributeNames.Key => annotations with { Key = source },
            AttributeNames.NotMapped => annotations with { IsNotMapped = true },
            AttributeNames.Required => annotations with { IsRequired = true },
            AttributeNames.Timestamp => annotations with { Computed = source },
            AttributeNames.MaxLength or AttributeNames.StringLength => annotations with { MaxLength = First<int>(attribute) is > 0 and var length ? length : null },
            AttributeNames.ForeignKey => annotations with { ForeignKey = new(First<string>(attribute) ?? "", SourceTokens.OfArgument(attribute, 0, cancellationToken)) },
            AttributeNames.Filter => annotations with
            {
                FilterParameter = new(First<string>(attribute) ?? "", SourceTokens.OfArgument(attribute, 0, cancellationToken)),
                FilterAnyOf = AttributeArguments.Named<string>(attribute, "AnyOf"),
                IsFilterList = AttributeArguments.Named<bool>(attribute, "IsList"),
            },
            AttributeNames.FormerNames => annotations with { FormerNames = AttributeArguments.Texts(attribute, cancellationToken) },
            AttributeNames.Enum => annotations with { EnumByName = new(First<bool>(attribute), source) },
            AttributeNames.DatabaseGenerated => First<int>(attribute) == ComputedOption ? annotations with { Computed = source } : annotations,
            AttributeNames.Converter => annotations with { Converter = ConverterExtractor.Extract(attribute, cancellationToken) },
            AttributeNames.Column => AddColumn(annotations, attribute, cancellationToken),
            _ => annotations,
        };
    }

    private static PropertyAnnotations AddColumn(PropertyAnnotations annotations, AttributeData attribute, CancellationToken cancellationToken) => annotations with
    {
        ColumnName = First<string>(attribute) is { } name ? new(name, SourceTokens.OfArgument(attribute, 0, cancellationToken)) : null,
        ColumnType = AttributeArguments.Named<string>(attribute, "TypeName"),
        ColumnOrder = attribute.NamedArguments.Any(a => a.Key == "Order") ? AttributeArguments.Named<int>(attribute, "Order") : null,
    };

    private static T? First<T>(AttributeData attribute) => AttributeArguments.At<T>(attribute, 0);
}
