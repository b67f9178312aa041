using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;
using SyncGen.Testing;
using SyncGen.Testing.Servers;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>A hub's database, of either kind, which programs read and write beside it.</summary>
internal sealed class HubDatabase : IAsyncDisposable
{
    private readonly HubKind _kind;
    private readonly TemporaryFolder? _folder;
    private readonly TestDatabase? _place;

    private HubDatabase(HubKind kind, TemporaryFolder? folder, TestDatabase? place) => (_kind, _folder, _place) = (kind, folder, place);

    public string ConnectionString => _folder is null ? _place!.ConnectionString + ";Pooling=false" : $"Data Source={_folder.File("hub.db")}";

    public static async Task<HubDatabase> CreateAsync(HubKind kind) => kind switch
    {
        HubKind.PostgreSql => new HubDatabase(kind, null, await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync()),
        HubKind.MariaDb => new HubDatabase(kind, null, await (await MariaDbServer.SharedAsync()).CreateDatabaseAsync()),
        _ => new HubDatabase(kind, new TemporaryFolder(), null),
    };

    /// <summary>Runs SQL, as any program could.</summary>
    public void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Reads a query's rows, each as text.</summary>
    public IReadOnlyList<string> Read(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        _folder?.Dispose();
        if (_place is not null)
        {
            await _place.DisposeAsync();
        }
    }

    private DbConnection Open()
    {
        DbConnection connection = _kind switch
        {
            HubKind.PostgreSql => new NpgsqlConnection(ConnectionString),
            HubKind.MariaDb => new MySqlConnection(ConnectionString),
            _ => new SqliteConnection(ConnectionString + ";Pooling=False"),
        };
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = _kind switch
        {
            HubKind.PostgreSql => "SET lock_timeout = '10s'",
            HubKind.MariaDb => "SET SESSION sql_mode = concat(@@sql_mode, ',ANSI_QUOTES')",
            _ => "PRAGMA busy_timeout = 10000",
        };
        command.ExecuteNonQuery();
        return connection;
    }
}
