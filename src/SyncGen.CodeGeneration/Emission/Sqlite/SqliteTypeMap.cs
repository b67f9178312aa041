using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>Column types as Microsoft.Data.Sqlite and EF Core choose them.</summary>
internal static class SqliteTypeMap
{
    public static string TypeOf(StoredType type) => type switch
    {
        StoredType.Boolean
            or StoredType.Byte
            or StoredType.SByte
            or StoredType.Int16
            or StoredType.UInt16
            or StoredType.Int32
            or StoredType.UInt32
            or StoredType.Int64
            or StoredType.UInt64 => "INTEGER",
        StoredType.Single or StoredType.Double => "REAL",
        StoredType.Binary => "BLOB",
        _ => "TEXT",
    };

    /// <summary>A value for rows that come without the column, as SQL.</summary>
    public static string DefaultOf(StoredType type) => type switch
    {
        StoredType.Single or StoredType.Double => "0.0",
        StoredType.Binary => "X''",
        StoredType.String => "''",
        StoredType.Char => "'\u0020'",
        StoredType.Decimal => "'0.0'",
        StoredType.Guid => "'00000000-0000-0000-0000-000000000000'",
        StoredType.DateTime => "'0001-01-01 00:00:00'",
        StoredType.DateTimeOffset => "'0001-01-01 00:00:00+00:00'",
        StoredType.DateOnly => "'0001-01-01'",
        StoredType.TimeOnly or StoredType.TimeSpan => "'00:00:00'",
        _ => "0",
    };
}
