using SyncGen.Testing.Servers;

namespace SyncGen.Histories.Tests.Databases;

/// <summary>Makes the databases of histories. Servers are started when the first store wants one. Thread-safe.</summary>
internal sealed class HistoryDatabases : IAsyncDisposable
{
    private readonly HistoryFolder _folder = new();
    private readonly DatabasePool _postgreSql = new(
        async () => await PostgreSqlServer.SharedAsync(), _ => ["DROP SCHEMA public CASCADE", "CREATE SCHEMA public"]);

    private readonly DatabasePool _mariaDb = new(
        async () => await MariaDbServer.SharedAsync(), name => [$"DROP DATABASE {name}", $"CREATE DATABASE {name} CHARACTER SET utf8mb4"]);

    /// <summary>An empty database; a file gets the name.</summary>
    public async Task<Database> OpenAsync(DatabaseKind kind, string name) => kind switch
    {
        DatabaseKind.Sqlite => new SqliteDatabase(Path.Combine(_folder.Path, name + ".db")),
        DatabaseKind.PostgreSql => new PostgreSqlDatabase(await _postgreSql.TakeAsync(), _postgreSql),
        DatabaseKind.MariaDb => new MariaDbDatabase(await _mariaDb.TakeAsync(), _mariaDb),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Say here how to make one."),
    };

    public async ValueTask DisposeAsync()
    {
        await _postgreSql.DisposeAsync();
        await _mariaDb.DisposeAsync();
        _folder.Dispose();
    }
}
