using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>The keywords of the integer types.</summary>
internal static class CSharpTypes
{
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
