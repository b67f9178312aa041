using System.Data;
using System.Data.Common;
using Npgsql;
using SyncGen.Filters;
using SyncGen.PostgreSql;
using SyncGen.Providers.Specification.Models;
using SyncGen.Testing.Servers;

namespace SyncGen.Providers.Specification.Databases;

/// <summary>A PostgreSQL database of its own.</summary>
internal sealed class PostgreSqlDatabase : StoreDatabase
{
    private readonly TestDatabase _database;

    private PostgreSqlDatabase(TestDatabase database) => _database = database;

    public override DatabaseKind Kind => DatabaseKind.PostgreSql;

    // Each program has a connection of its own, and none is left when the database is dropped.
    public override string ConnectionString => _database.ConnectionString + ";Pooling=false;Include Error Detail=true";

    public static async Task<PostgreSqlDatabase> CreateAsync() => await OnAsync(await PostgreSqlServer.SharedAsync());

    public static async Task<PostgreSqlDatabase> OnAsync(DatabaseServer server) => new(await server.CreateDatabaseAsync());

    public override string GuidType => "uuid";

    public override bool TakesManyWriters => true;

    public override IReadOnlyList<IsolationLevel> Isolations =>
        [IsolationLevel.ReadCommitted, IsolationLevel.RepeatableRead, IsolationLevel.Serializable];

    public override int TransactionMillisecondsMax => 40;

    // Two programs that find no row insert it both.
    public override bool IsContended(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override SyncProvider Open(ScopeStores scope, SyncRole role, SyncEnvironment? environment = null, SyncFilter? filter = null) =>
        scope.PostgreSql(ConnectionString, new PostgreSqlProviderOptions { Role = role, Environment = environment ?? SyncEnvironment.Default, Filter = filter });

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override async Task<int> BreakConnectionsAsync() => (await RowsAsync(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'SyncGen'")).Count;

    public override Task<IReadOnlyList<string>> ObjectsAsync() => RowsAsync(
        """
        SELECT 'relation ' || c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
        UNION ALL SELECT 'function ' || p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        UNION ALL SELECT 'trigger ' || t.tgname FROM pg_trigger t WHERE NOT t.tgisinternal
        ORDER BY 1
        """);

    public override async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override string ColumnTypesOf(string table) =>
        $"""
        SELECT attname, replace(replace(format_type(atttypid, atttypmod), 'timestamp with time zone', 'timestamptz'), ' without time zone', '')
        FROM pg_attribute WHERE attrelid = '"{table}"'::regclass AND attnum > 0
        """;

    protected override string TriggersOf(string table) => $"""SELECT tgname FROM pg_trigger WHERE tgrelid = '"{table}"'::regclass AND NOT tgisinternal""";
}
