using System.Data;
using System.Data.Common;
using MySqlConnector;
using SyncGen.Filters;
using SyncGen.MySql;
using SyncGen.Providers.Specification.Models;
using SyncGen.Testing.Servers;

namespace SyncGen.Providers.Specification.Databases;

/// <summary>A MariaDB or MySQL database of its own, whose programs write SQL as the standard has it.</summary>
internal sealed class MySqlDatabase : StoreDatabase
{
    private readonly TestDatabase _database;

    private MySqlDatabase(TestDatabase database) => _database = database;

    public override DatabaseKind Kind => DatabaseKind.MySql;

    // Stores have a login of their own, which may do anything in this database and nothing elsewhere.
    public override string ConnectionString =>
        new MySqlConnectionStringBuilder(_database.ConnectionString) { UserID = _database.Name, Password = _database.Name }.ConnectionString;

    public static async Task<MySqlDatabase> CreateAsync() => await OnAsync(await MariaDbServer.SharedAsync());

    public static async Task<MySqlDatabase> OnAsync(DatabaseServer server)
    {
        var database = new MySqlDatabase(await server.CreateDatabaseAsync());
        await database.ExecuteAsync($"CREATE USER '{database._database.Name}'@'%' IDENTIFIED BY '{database._database.Name}'");
        await database.ExecuteAsync($"GRANT ALL ON {database._database.Name}.* TO '{database._database.Name}'@'%'");
        return database;
    }

    public override string GuidType => "char(36) CHARACTER SET ascii COLLATE ascii_general_ci";

    public override object ValueOf(Guid id) => id.ToString();

    public override bool TakesManyWriters => true;

    public override IReadOnlyList<IsolationLevel> Isolations =>
        [IsolationLevel.ReadCommitted, IsolationLevel.RepeatableRead, IsolationLevel.Serializable];

    public override int TransactionMillisecondsMax => 40;

    // Two programs that find no row insert it both; or they wait for each other.
    public override bool IsContended(DbException exception) =>
        exception is MySqlException { ErrorCode: MySqlErrorCode.DuplicateKeyEntry or MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout };

    public override string OrUpdate(string key, string column) => $"""ON DUPLICATE KEY UPDATE "{column}" = VALUES("{column}")""";

    public override SyncProvider Open(ScopeStores scope, SyncRole role, SyncEnvironment? environment = null, SyncFilter? filter = null) =>
        scope.MySql(ConnectionString, new MySqlProviderOptions { Role = role, Environment = environment ?? SyncEnvironment.Default, Filter = filter });

    // Each program has a connection of its own, and none is left when the database is dropped.
    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new MySqlConnection(_database.ConnectionString + ";Pooling=false;Ignore Command Transaction=true");
        await connection.OpenAsync();
        await connection.ExecuteAsync("SET SESSION sql_mode = concat(@@sql_mode, ',ANSI_QUOTES,PIPES_AS_CONCAT')");
        return connection;
    }

    public override async Task<int> BreakConnectionsAsync()
    {
        var broken = 0;
        await using var connection = await ConnectAsync();
        // MySQL's table of processes fails where a statement that runs is no text, as one with binary values is not.
        foreach (var id in from process in await connection.RowsAsync("SHOW PROCESSLIST")
                           select process.Split('|') into fields
                           where fields[1] == _database.Name && fields[3] == _database.Name
                           select fields[0])
        {
            try
            {
                await connection.ExecuteAsync($"KILL CONNECTION {id}");
                broken++;
            }
            catch (MySqlException gone) when (gone.ErrorCode == MySqlErrorCode.NoSuchThread)
            {
                // It ended by itself in the meantime.
                continue;
            }
        }

        return broken;
    }

    public override Task<IReadOnlyList<string>> ObjectsAsync() => RowsAsync(
        """
        SELECT concat('table ', table_name) FROM information_schema.tables WHERE table_schema = database()
        UNION ALL SELECT concat('trigger ', trigger_name) FROM information_schema.triggers WHERE trigger_schema = database()
        UNION ALL SELECT concat('routine ', routine_name) FROM information_schema.routines WHERE routine_schema = database()
        ORDER BY 1
        """);

    public override async ValueTask DisposeAsync()
    {
        await ExecuteAsync($"DROP USER '{_database.Name}'@'%'");
        await _database.DisposeAsync();
        await base.DisposeAsync();
    }

    // MariaDB also says how wide a number is to be displayed.
    protected override string ColumnTypesOf(string table) =>
        $"""
        SELECT column_name, CASE WHEN column_type = 'tinyint(1)' OR data_type NOT LIKE '%int' THEN column_type ELSE regexp_replace(column_type, '\\([0-9]+\\)', '') END
        FROM information_schema.columns
        WHERE table_schema = database() AND table_name = '{table}'
        """;

    protected override string TriggersOf(string table) => $"SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = database() AND event_object_table = '{table}'";
}
