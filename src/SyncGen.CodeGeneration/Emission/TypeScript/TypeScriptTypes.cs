using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.TypeScript;

/// <summary>The types of values as the JSON of a service carries them: what <c>JSON.parse</c> gives, and what the service takes.</summary>
internal static class TypeScriptTypes
{
    /// <summary>The type of a column's values.</summary>
    public static string NameOf(StoredType type, bool isNullable) => isNullable ? NameOf(type) + " | null" : NameOf(type);

    /// <summary>What its values look like.</summary>
    public static string SummaryOf(StoredType type) => type switch
    {
        // The service writes a number and reads a text, too: a text is how no digit is lost.
        StoredType.Int64 or StoredType.UInt64 => $"{type}: a number; as text where it lies beyond 2^53, which `JSON.parse` rounds.",
        StoredType.Decimal => "Decimal: a number; as text where it has more than 15 digits, which `JSON.parse` rounds.",
        StoredType.DateTime => "DateTime: milliseconds since 1970, of a clock without a zone.",
        StoredType.DateOnly => "DateOnly: milliseconds since 1970, at midnight.",
        StoredType.DateTimeOffset => "DateTimeOffset: such as `datetimeoffset'2030-01-31T09:30:00.0000000+01:00'`.",
        StoredType.TimeSpan or StoredType.TimeOnly => $"{type}: such as `time'13:14:15.6780009'`.",
        StoredType.Binary => "Binary: Base64.",
        _ => $"{type}.",
    };

    private static string NameOf(StoredType type) => type switch
    {
        StoredType.Boolean => "boolean",
        StoredType.Byte or StoredType.SByte or StoredType.Int16 or StoredType.UInt16 or StoredType.Int32 or StoredType.UInt32 => "number",
        StoredType.Int64 or StoredType.UInt64 or StoredType.Decimal => "number | string",
        StoredType.Single or StoredType.Double => "number | \"NaN\" | \"INF\" | \"-INF\"",
        StoredType.DateTime or StoredType.DateOnly => "`/Date(${number})/`",
        StoredType.DateTimeOffset => "`datetimeoffset'${string}'`",
        StoredType.TimeSpan or StoredType.TimeOnly => "`time'${string}'`",
        StoredType.String or StoredType.Char or StoredType.Guid or StoredType.Binary => "string",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Say here as what it travels."),
    };
}
