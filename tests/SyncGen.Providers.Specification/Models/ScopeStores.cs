using SyncGen.Model;
using SyncGen.MySql;
using SyncGen.PostgreSql;
using SyncGen.Sqlite;
using SyncGen.SqlServer;

namespace SyncGen.Providers.Specification.Models;

/// <summary>A scope, and the generated methods that open its stores.</summary>
/// <param name="Definition">The scope.</param>
/// <param name="Sqlite">Opens a SQLite store.</param>
/// <param name="PostgreSql">Opens a PostgreSQL store.</param>
/// <param name="MySql">Opens a MySQL or MariaDB store.</param>
/// <param name="SqlServer">Opens a SQL Server or Azure SQL store.</param>
public sealed record ScopeStores(
    SyncScope Definition,
    Func<string, SqliteProviderOptions, SqliteProvider> Sqlite,
    Func<string, PostgreSqlProviderOptions, PostgreSqlProvider> PostgreSql,
    Func<string, MySqlProviderOptions, MySqlProvider> MySql,
    Func<string, SqlServerProviderOptions, SqlServerProvider> SqlServer);
