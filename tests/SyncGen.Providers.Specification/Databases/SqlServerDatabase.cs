using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using SyncGen.Filters;
using SyncGen.Providers.Specification.Models;
using SyncGen.SqlServer;
using SyncGen.Testing.Servers;

namespace SyncGen.Providers.Specification.Databases;

/// <summary>A SQL Server database of its own.</summary>
internal sealed class SqlServerDatabase : StoreDatabase
{
    private const int Deadlock = 1205;
    private const int DuplicateKey = 2627;
    private const int DuplicateRow = 2601;
    private const int LockTimeout = 1222;
    private const int SnapshotConflict = 3960;

    // What another server that speaks T-SQL says of its own.
    private const int Unnumbered = 33557097;

    private readonly TestDatabase _database;

    private SqlServerDatabase(TestDatabase database) => _database = database;

    public override DatabaseKind Kind => DatabaseKind.SqlServer;

    public override string ConnectionString => _database.ConnectionString;

    public static async Task<SqlServerDatabase> CreateAsync() => new(await (await SqlServerServer.SharedAsync()).CreateDatabaseAsync());

    public override string GuidType => "uniqueidentifier";

    // A write that changes nothing locks in every isolation level, and at every server that speaks T-SQL; UPDLOCK does not.
    public override string LockingRead(string column, string table, string condition) =>
        $"""UPDATE "{table}" SET "{column}" = "{column}" WHERE {condition}; SELECT "{column}" FROM "{table}" WHERE {condition}""";

    public override bool TakesManyWriters => true;

    public override IReadOnlyList<IsolationLevel> Isolations =>
        [IsolationLevel.ReadCommitted, IsolationLevel.RepeatableRead, IsolationLevel.Serializable];

    public override int TransactionMillisecondsMax => 40;

    // Two programs that find no row insert it both; or they wait for each other.
    public override bool IsContended(DbException exception) =>
        exception is SqlException { Number: Deadlock or DuplicateKey or DuplicateRow or LockTimeout or SnapshotConflict }
        || exception is SqlException { Number: Unnumbered } && exception.Message.StartsWith("could not serialize", StringComparison.Ordinal);

    public override SyncProvider Open(ScopeStores scope, SyncRole role, SyncEnvironment? environment = null, SyncFilter? filter = null) =>
        scope.SqlServer(ConnectionString, new SqlServerProviderOptions { Role = role, Environment = environment ?? SyncEnvironment.Default, Filter = filter });

    // Programs take turns with pooled connections, which are forgotten when the database is dropped: those of stores are not among them.
    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override async Task<int> BreakConnectionsAsync()
    {
        var broken = 0;
        await using var connection = await ConnectAsync();
        foreach (var id in await connection.RowsAsync("SELECT session_id FROM sys.dm_exec_sessions WHERE database_id = DB_ID() AND program_name = 'SyncGen'"))
        {
            await connection.ExecuteAsync($"KILL {id}");
            broken++;
        }

        return broken;
    }

    public override Task<IReadOnlyList<string>> ObjectsAsync() => RowsAsync(
        "SELECT CAST(type AS nvarchar(2)) + N' ' + name FROM sys.objects WHERE is_ms_shipped = 0 AND schema_id = SCHEMA_ID('dbo') ORDER BY 1");

    public override async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override string ColumnTypesOf(string table) =>
        $"""
        SELECT c.name, CASE
          WHEN t.name IN ('nvarchar', 'nchar', 'varbinary') THEN t.name + '(' + CASE WHEN c.max_length < 0 THEN 'max' WHEN t.name = 'varbinary' THEN CAST(c.max_length AS varchar(9)) ELSE CAST(c.max_length / 2 AS varchar(9)) END + ')'
          WHEN t.name = 'decimal' THEN t.name + '(' + CAST(c.precision AS varchar(9)) + ',' + CAST(c.scale AS varchar(9)) + ')'
          WHEN t.name IN ('datetime2', 'datetimeoffset', 'time') THEN t.name + '(' + CAST(c.scale AS varchar(9)) + ')'
          ELSE t.name END
        FROM sys.columns AS c JOIN sys.types AS t ON t.user_type_id = c.user_type_id WHERE c.object_id = OBJECT_ID('"{table}"')
        """;

    protected override string TriggersOf(string table) => $"SELECT name FROM sys.triggers WHERE parent_id = object_id('{table}')";
}
