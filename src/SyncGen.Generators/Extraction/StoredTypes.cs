using Microsoft.CodeAnalysis;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.Generators.Extraction;

/// <summary>The column types of the types that are stored as they are.</summary>
internal static class StoredTypes
{
    public static StoredType? Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => StoredType.Binary,
        _ => OfSpecial(type.SpecialType) ?? OfNamed(type),
    };

    private static StoredType? OfSpecial(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => StoredType.Boolean,
        SpecialType.System_Byte => StoredType.Byte,
        SpecialType.System_SByte => StoredType.SByte,
        SpecialType.System_Int16 => StoredType.Int16,
        SpecialType.System_UInt16 => StoredType.UInt16,
        SpecialType.System_Int32 => StoredType.Int32,
        SpecialType.System_UInt32 => StoredType.UInt32,
        SpecialType.System_Int64 => StoredType.Int64,
        SpecialType.System_UInt64 => StoredType.UInt64,
        SpecialType.System_Single => StoredType.Single,
        SpecialType.System_Double => StoredType.Double,
        SpecialType.System_Decimal => StoredType.Decimal,
        SpecialType.System_String => StoredType.String,
        SpecialType.System_Char => StoredType.Char,
        SpecialType.System_DateTime => StoredType.DateTime,
        _ => null,
    };

    private static StoredType? OfNamed(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsValueType: true, ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return null;
        }

        return type.Name switch
        {
            "DateTimeOffset" => StoredType.DateTimeOffset,
            "DateOnly" => StoredType.DateOnly,
            "TimeOnly" => StoredType.TimeOnly,
            "TimeSpan" => StoredType.TimeSpan,
            "Guid" => StoredType.Guid,
            _ => null,
        };
    }
}
