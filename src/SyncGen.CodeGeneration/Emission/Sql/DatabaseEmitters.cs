using SyncGen.CodeGeneration.Emission.MySql;
using SyncGen.CodeGeneration.Emission.PostgreSql;
using SyncGen.CodeGeneration.Emission.Sqlite;
using SyncGen.CodeGeneration.Emission.SqlServer;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.Sql;

/// <summary>All kinds of databases that SQL is emitted for.</summary>
internal static class DatabaseEmitters
{
    /// <summary>In the order in which they are emitted.</summary>
    public static readonly EquatableArray<DatabaseEmitter> All = new DatabaseEmitter[]
    {
        new(Databases.Sqlite, "A SQLite database", "Microsoft.Data.Sqlite", "Data Source=app.db", "Leaf",
            SqliteScopeEmitter.Emit, SqliteTableEmitter.Emit),
        new(Databases.PostgreSql, "A PostgreSQL database", "Npgsql", "Host=localhost;Database=app;Username=app", "Peer",
            PostgreSqlScopeEmitter.Emit, PostgreSqlTableEmitter.Emit),
        new(Databases.MySql, "A MySQL or MariaDB database", "MySqlConnector", "Server=localhost;Database=app;User ID=app", "Peer",
            MySqlScopeEmitter.Emit, MySqlTableEmitter.Emit),
        new(Databases.SqlServer, "A SQL Server or Azure SQL database", "Microsoft.Data.SqlClient", "Server=localhost;Database=app;Integrated Security=true", "Peer",
            SqlServerScopeEmitter.Emit, SqlServerTableEmitter.Emit),
    }.ToEquatableArray();

    /// <summary>Those of some databases.</summary>
    public static IEnumerable<DatabaseEmitter> Of(Databases databases) => All.Where(emitter => databases.HasFlag(emitter.Kind));
}
