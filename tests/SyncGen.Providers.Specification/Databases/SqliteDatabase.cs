using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SyncGen.Filters;
using SyncGen.Providers.Specification.Models;
using SyncGen.Sqlite;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification.Databases;

/// <summary>A SQLite file in a folder of its own.</summary>
internal sealed class SqliteDatabase : StoreDatabase
{
    private readonly TemporaryFolder _folder = new();

    public override DatabaseKind Kind => DatabaseKind.Sqlite;

    public override string ConnectionString => $"Data Source={_folder.File("store.db")}";

    public override string GuidType => "TEXT";

    public override object ValueOf(Guid id) => id.ToString().ToUpperInvariant();

    public override string LockingRead(string column, string table, string condition) => $"""SELECT "{column}" FROM "{table}" WHERE {condition}""";

    public override bool TakesManyWriters => false;

    public override IReadOnlyList<IsolationLevel> Isolations => [IsolationLevel.Serializable];

    // One program writes at a time: the others, and sessions, wait for it.
    public override int TransactionMillisecondsMax => 3;

    public override bool IsContended(DbException exception) => exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY };

    public override SyncProvider Open(ScopeStores scope, SyncRole role, SyncEnvironment? environment = null, SyncFilter? filter = null) =>
        scope.Sqlite(ConnectionString, new SqliteProviderOptions { Role = role, Environment = environment ?? SyncEnvironment.Default, Filter = filter });

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection(ConnectionString + ";Pooling=false;Foreign Keys=true");
        await connection.OpenAsync();
        return connection;
    }

    public override Task<IReadOnlyList<string>> ObjectsAsync() => RowsAsync("SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY 1");

    // There is no connection between a program and its file.
    public override Task<int> BreakConnectionsAsync() => Task.FromResult(0);

    public override async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await base.DisposeAsync();
    }

    protected override string ColumnTypesOf(string table) => $"SELECT name, type FROM pragma_table_info('{table}')";

    protected override string TriggersOf(string table) => $"SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '{table}'";
}
