using System.Globalization;
using Microsoft.CodeAnalysis;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads the type of a property.</summary>
internal static class PropertyTypeExtractor
{
    public static PropertyType Extract(ITypeSymbol type)
    {
        var inner = NullableValue(type) ?? type;
        var result = new PropertyType(SymbolNames.FullName(inner), NullabilityOf(type), inner.IsValueType)
        {
            IsError = inner.TypeKind == TypeKind.Error,
            Stored = StoredTypes.Of(inner),
        };
        if (result.Stored is not null || result.IsError)
        {
            return result;
        }

        if (inner is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType)
        {
            return result with { Enum = Enum(enumType) };
        }

        var item = ItemOf(inner);
        var target = item ?? inner;
        return target.TypeKind == TypeKind.Class && target.SpecialType == SpecialType.None
            ? result with { Target = SymbolNames.Reference(target), IsCollection = item is not null, IsTargetEntity = IsEntity(target) }
            : result;
    }

    public static bool IsEntity(ITypeSymbol type) => type.GetAttributes().Any(a => SymbolNames.AttributeName(a) == AttributeNames.Entity);

    /// <summary>The struct of a nullable struct; null for all others.</summary>
    private static ITypeSymbol? NullableValue(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : null;

    private static Nullability NullabilityOf(ITypeSymbol type)
    {
        if (type.IsValueType)
        {
            return NullableValue(type) is null ? Nullability.NotNull : Nullability.Nullable;
        }

        return type.NullableAnnotation switch
        {
            NullableAnnotation.Annotated => Nullability.Nullable,
            NullableAnnotation.NotAnnotated => Nullability.NotNull,
            _ => Nullability.Unknown,
        };
    }

    private static EnumType Enum(INamedTypeSymbol type) => new(
        SymbolNames.FullName(type),
        type.Name,
        StoredTypes.Of(type.EnumUnderlyingType!)!.Value,
        type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(f => f.HasConstantValue)
            .Select(f => new EnumMember(f.Name, Convert.ToString(f.ConstantValue, CultureInfo.InvariantCulture)))
            .ToEquatableArray());

    /// <summary>The item type of whatever can be enumerated.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType;
        }

        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T, TypeArguments: [var own] }
            ? own
            : type.AllInterfaces
                .FirstOrDefault(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                ?.TypeArguments[0];
    }
}
