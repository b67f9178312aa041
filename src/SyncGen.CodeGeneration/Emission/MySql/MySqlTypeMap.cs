using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>Column types that hold all values of a type, or come closest.</summary>
internal static class MySqlTypeMap
{
    // Text is told apart byte by byte, as in the other databases; the two kinds of servers call that differently.
    private const string Exact = " CHARACTER SET utf8mb4 /*M! COLLATE utf8mb4_nopad_bin */ /*!80017 COLLATE utf8mb4_0900_bin */";

    /// <summary>The type of a column.</summary>
    /// <param name="type">What it holds.</param>
    /// <param name="isIndexed">Whether it is part of a key or an index, which takes no text without a length.</param>
    /// <param name="maxLength">The greatest length; null if unlimited.</param>
    public static string TypeOf(StoredType type, bool isIndexed, int? maxLength) => type switch
    {
        StoredType.Boolean => "tinyint(1)",
        StoredType.Byte => "tinyint unsigned",
        StoredType.SByte => "tinyint",
        StoredType.Int16 => "smallint",
        StoredType.UInt16 => "smallint unsigned",
        StoredType.Int32 => "int",
        StoredType.UInt32 => "int unsigned",
        StoredType.Int64 => "bigint",
        StoredType.UInt64 => "bigint unsigned",
        StoredType.Single => "float",
        StoredType.Double => "double",
        StoredType.Decimal => "decimal(65,30)",
        StoredType.DateTime or StoredType.DateTimeOffset => "datetime(6)",
        StoredType.DateOnly => "date",
        StoredType.TimeOnly or StoredType.TimeSpan => "time(6)",
        StoredType.Guid => "char(36) CHARACTER SET ascii COLLATE ascii_general_ci",
        StoredType.Binary => LengthOf(isIndexed, maxLength) is { } bytes ? $"varbinary({bytes})" : "longblob",
        StoredType.Char => "varchar(1)" + Exact,
        _ => (LengthOf(isIndexed, maxLength) is { } characters ? $"varchar({characters})" : "longtext") + Exact,
    };

    /// <summary>A value for rows that come without the column, as SQL.</summary>
    public static string DefaultOf(StoredType type) => type switch
    {
        StoredType.String => "('')",
        StoredType.Binary => "('')",
        StoredType.Char => "' '",
        StoredType.Guid => "'00000000-0000-0000-0000-000000000000'",
        StoredType.DateOnly => "'0001-01-01'",
        StoredType.DateTime or StoredType.DateTimeOffset => "'0001-01-01 00:00:00'",
        StoredType.TimeOnly or StoredType.TimeSpan => "'00:00:00'",
        _ => "0",
    };

    // As long as a key of the oldest servers may be.
    private static string? LengthOf(bool isIndexed, int? maxLength) =>
        (maxLength is > 0 and <= 4000 ? maxLength : isIndexed ? 255 : null)?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
