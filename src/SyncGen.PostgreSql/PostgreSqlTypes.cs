namespace SyncGen.PostgreSql;

/// <summary>The numbers of PostgreSQL's own types, as the table pg_type of every database has them.</summary>
internal static class PostgreSqlTypes
{
    public const uint Boolean = 16;
    public const uint Bytea = 17;
    public const uint BigInt = 20;
    public const uint SmallInt = 21;
    public const uint Integer = 23;
    public const uint Real = 700;
    public const uint Double = 701;
    public const uint Date = 1082;
    public const uint Time = 1083;
    public const uint Timestamp = 1114;
    public const uint TimestampTz = 1184;
    public const uint Interval = 1186;
    public const uint Numeric = 1700;
    public const uint Uuid = 2950;
}
