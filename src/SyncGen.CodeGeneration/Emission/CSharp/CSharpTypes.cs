using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>The names of types.</summary>
internal static class CSharpTypes
{
    /// <summary>The type of a value as it is stored.</summary>
    public static string NameOf(StoredType type) => type switch
    {
        StoredType.Boolean => "bool",
        StoredType.Single => "float",
        StoredType.Double => "double",
        StoredType.Decimal => "decimal",
        StoredType.String => "string",
        StoredType.Char => "char",
        StoredType.Binary => "byte[]",
        StoredType.DateTime or StoredType.DateTimeOffset or StoredType.DateOnly or StoredType.TimeOnly or StoredType.TimeSpan or StoredType.Guid => "global::System." + type,
        _ => KeywordOf(type),
    };

    /// <summary>The keyword of an integer type.</summary>
    public static string KeywordOf(StoredType type) => type switch
    {
        StoredType.Byte => "byte",
        StoredType.SByte => "sbyte",
        StoredType.Int16 => "short",
        StoredType.UInt16 => "ushort",
        StoredType.Int32 => "int",
        StoredType.UInt32 => "uint",
        StoredType.Int64 => "long",
        StoredType.UInt64 => "ulong",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "An enum has no other underlying type."),
    };
}
