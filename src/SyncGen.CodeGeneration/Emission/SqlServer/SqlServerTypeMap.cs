using System.Globalization;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>Column types that hold all values of a type, or come closest.</summary>
internal static class SqlServerTypeMap
{
    // Text is told apart code unit by code unit, as in the other databases.
    private const string Exact = " COLLATE Latin1_General_100_BIN2";

    // A key takes 900 bytes.
    private const int IndexedCharacters = 450;
    private const int CharactersMax = 4000;
    private const int BytesMax = 8000;

    /// <summary>The type of a column.</summary>
    /// <param name="type">What it holds.</param>
    /// <param name="isIndexed">Whether it is part of a key or an index, which takes no text without a length.</param>
    /// <param name="maxLength">The greatest length; null if unlimited.</param>
    public static string TypeOf(StoredType type, bool isIndexed, int? maxLength) => type switch
    {
        StoredType.Boolean => "bit",
        StoredType.Byte => "tinyint",
        StoredType.SByte or StoredType.Int16 => "smallint",
        StoredType.UInt16 or StoredType.Int32 => "int",
        StoredType.UInt32 or StoredType.Int64 => "bigint",
        StoredType.UInt64 => "decimal(20,0)",
        StoredType.Single => "real",
        StoredType.Double => "float",
        // Each whole number that .NET's decimal holds, and nine digits of its fraction.
        StoredType.Decimal => "decimal(38,9)",
        StoredType.DateTime => "datetime2(7)",
        StoredType.DateTimeOffset => "datetimeoffset(7)",
        StoredType.DateOnly => "date",
        StoredType.TimeOnly => "time(7)",
        // In ticks: SQL Server's time ends with the day.
        StoredType.TimeSpan => "bigint",
        StoredType.Guid => "uniqueidentifier",
        StoredType.Binary => $"varbinary({LengthOf(isIndexed ? IndexedCharacters * 2 : null, maxLength, BytesMax)})",
        StoredType.Char => "nchar(1)" + Exact,
        _ => $"nvarchar({LengthOf(isIndexed ? IndexedCharacters : null, maxLength, CharactersMax)})" + Exact,
    };

    /// <summary>A value for rows that come without the column, as SQL.</summary>
    public static string DefaultOf(StoredType type) => type switch
    {
        StoredType.String => "N''",
        StoredType.Binary => "0x",
        StoredType.Char => "N' '",
        StoredType.Guid => "'00000000-0000-0000-0000-000000000000'",
        StoredType.DateTime or StoredType.DateTimeOffset or StoredType.DateOnly => "'0001-01-01'",
        StoredType.TimeOnly => "'00:00:00'",
        _ => "0",
    };

    private static string LengthOf(int? indexed, int? length, int lengthMax) =>
        (length is > 0 && length <= lengthMax ? length : indexed)?.ToString(CultureInfo.InvariantCulture) ?? "max";
}
