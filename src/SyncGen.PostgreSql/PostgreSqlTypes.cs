namespace SyncGen.PostgreSql;

/// <summary>The numbers of PostgreSQL's own types, as the table pg_type of every database has them.</summary>
internal static class PostgreSqlTypes
{
    public const uint Boolean = 16;
    public const uint Bytea = 17;
    public const uint BigInt = 20;
    public const uint SmallInt = 21;
    public const uint Integer = 23;
    public const uint Text = 25;
    public const uint Json = 114;
    public const uint Real = 700;
    public const uint Double = 701;
    public const uint Date = 1082;
    public const uint Time = 1083;
    public const uint Timestamp = 1114;
    public const uint TimestampTz = 1184;
    public const uint Interval = 1186;
    public const uint Numeric = 1700;
    public const uint Uuid = 2950;
    public const uint JsonBinary = 3802;

    /// <summary>
    /// The type that a stage has for a column, and its number: one that takes each value that the column takes, and that the
    /// column takes by assignment. Null where there is none among PostgreSQL's own.
    /// </summary>
    /// <param name="type">The column's type, such as <c>character varying(40)</c>.</param>
    public static (string Name, uint Number)? StageOf(string type) => type switch
    {
        "boolean" => (type, Boolean),
        "smallint" => (type, SmallInt),
        "integer" => (type, Integer),
        "bigint" => (type, BigInt),
        "real" => (type, Real),
        "double precision" => (type, Double),
        "uuid" => (type, Uuid),
        "bytea" => (type, Bytea),
        "date" => (type, Date),
        "json" => (type, Json),
        "jsonb" => (type, JsonBinary),
        "text" => (type, Text),
        _ when type.StartsWith("character varying", StringComparison.Ordinal) && !type.EndsWith(']') => ("text", Text),
        _ when type.StartsWith("numeric", StringComparison.Ordinal) && !type.EndsWith(']') => ("numeric", Numeric),
        "timestamp without time zone" => (type, Timestamp),
        "timestamp with time zone" => (type, TimestampTz),
        "time without time zone" => (type, Time),
        "interval" => (type, Interval),
        _ => null,
    };
}
