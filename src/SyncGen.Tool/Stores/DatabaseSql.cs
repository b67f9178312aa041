using SyncGen.Tool.Output;

namespace SyncGen.Tool.Stores;

/// <summary>What each kind of database calls what the tool asks for. Expressions, unless said otherwise.</summary>
/// <param name="Now">The server's time in microseconds since 1970-01-01 UTC.</param>
/// <param name="NewReplica">16 bytes that nobody else has.</param>
/// <param name="Version">The server's version, as text.</param>
/// <param name="FromNothing">What stands behind a <c>SELECT</c> of constants that has a condition.</param>
internal sealed record DatabaseSql(string Now, string NewReplica, string Version, string FromNothing)
{
    /// <summary>The words of a kind of database.</summary>
    public static DatabaseSql Of(Database database) => database.Name switch
    {
        "sqlite" => new(
            "CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) * 1000",
            "randomblob(16)",
            "sqlite_version()",
            ""),
        "postgresql" => new(
            "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)",
            "decode(replace(CAST(gen_random_uuid() AS text), '-', ''), 'hex')",
            "current_setting('server_version')",
            ""),
        "mysql" => new(
            "CAST(unix_timestamp(now(6)) * 1000000 AS SIGNED)",
            "unhex(replace(uuid(), '-', ''))",
            "version()",
            " FROM dual"),
        "sqlserver" => new(
            "DATEDIFF_BIG(MICROSECOND, '1970-01-01', SYSUTCDATETIME())",
            "CRYPT_GEN_RANDOM(16)",
            "CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128))",
            ""),
        _ => throw new ToolException($"There is no database '{database.Name}'."),
    };
}
