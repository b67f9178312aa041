using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>Column types as Npgsql's provider for EF Core chooses them.</summary>
internal static class PostgreSqlTypeMap
{
    public static string TypeOf(StoredType type) => type switch
    {
        StoredType.Boolean => "boolean",
        StoredType.Byte or StoredType.SByte or StoredType.Int16 => "smallint",
        StoredType.UInt16 or StoredType.Int32 => "integer",
        StoredType.UInt32 or StoredType.Int64 => "bigint",
        StoredType.UInt64 => "numeric(20,0)",
        StoredType.Single => "real",
        StoredType.Double => "double precision",
        StoredType.Decimal => "numeric",
        StoredType.DateTime => "timestamp without time zone",
        StoredType.DateTimeOffset => "timestamp with time zone",
        StoredType.DateOnly => "date",
        StoredType.TimeOnly => "time without time zone",
        StoredType.TimeSpan => "interval",
        StoredType.Guid => "uuid",
        StoredType.Binary => "bytea",
        _ => "text",
    };

    /// <summary>A value for rows that come without the column, as SQL.</summary>
    public static string DefaultOf(StoredType type) => type switch
    {
        StoredType.Boolean => "false",
        StoredType.String or StoredType.Binary => "''",
        StoredType.Char => "' '",
        StoredType.Guid => "'00000000-0000-0000-0000-000000000000'",
        StoredType.DateTime or StoredType.DateOnly => "'0001-01-01'",
        StoredType.DateTimeOffset => "'0001-01-01 00:00:00+00'",
        StoredType.TimeOnly or StoredType.TimeSpan => "'00:00:00'",
        _ => "0",
    };
}
