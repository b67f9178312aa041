using System.Data.Common;
using BranchOffices.Model;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;

namespace BranchOffices.Offices;

/// <summary>The offices, each with a new database of its own, which is gone in the end.</summary>
internal sealed class Company : IAsyncDisposable
{
    private readonly string _database = $"branch_offices_{Guid.NewGuid().ToString("N")[..8]}";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("branch-offices-");
    private readonly string _postgreSql;
    private readonly string _mySql;

    private Company(string postgreSql, string mySql) => (_postgreSql, _mySql) = (postgreSql, mySql);

    /// <summary>The head office: all that there is meets here.</summary>
    public Office Hub { get; private set; } = null!;

    /// <summary>A branch that may meet anybody, and has everything.</summary>
    public Office Branch { get; private set; } = null!;

    /// <summary>Two salesmen, each with a file of his own and the orders of his region.</summary>
    public IReadOnlyList<Office> Salesmen { get; private set; } = [];

    public IEnumerable<Office> Offices => [Hub, Branch, .. Salesmen];

    /// <summary>Makes the databases.</summary>
    /// <param name="postgreSql">A connection string of Npgsql, whose user may make databases.</param>
    /// <param name="mySql">A connection string of MySqlConnector, likewise.</param>
    public static async Task<Company> FoundAsync(string postgreSql, string mySql)
    {
        var company = new Company(postgreSql, mySql);
        try
        {
            await company.FoundAsync();
            return company;
        }
        catch
        {
            await company.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var office in Offices.Where(office => office is not null))
        {
            await office.DisposeAsync();
        }

        NpgsqlConnection.ClearAllPools();
        await MySqlConnection.ClearAllPoolsAsync();
        await ExecuteAsync(new NpgsqlConnection(_postgreSql), $"DROP DATABASE IF EXISTS {_database}");
        await ExecuteAsync(new MySqlConnection(_mySql), $"DROP DATABASE IF EXISTS {_database}");
        _folder.Delete(recursive: true);
    }

    private async Task FoundAsync()
    {
        await ExecuteAsync(new NpgsqlConnection(_postgreSql), $"CREATE DATABASE {_database}");
        await ExecuteAsync(new MySqlConnection(_mySql), $"CREATE DATABASE {_database} CHARACTER SET utf8mb4");

        var hub = new NpgsqlConnectionStringBuilder(_postgreSql) { Database = _database }.ConnectionString;
        Hub = new Office("Head office (PostgreSQL)", null, SalesScope.PostgreSql(hub), () => OpenAsync(new NpgsqlConnection(hub)));

        var branch = new MySqlConnectionStringBuilder(_mySql) { Database = _database }.ConnectionString;
        Branch = new Office("Branch (MariaDB)", null, SalesScope.MySql(branch), () => OpenAsync(new MySqlConnection(branch), "SET sql_mode = 'ANSI_QUOTES'"));

        Salesmen = [Hire("Nora", "north"), Hire("Sam", "south")];
        foreach (var office in Offices)
        {
            await office.Store.ProvisionAsync();
        }
    }

    private Office Hire(string name, string region)
    {
        var file = $"Data Source={Path.Combine(_folder.FullName, name + ".db")};Pooling=False";
        var store = SalesScope.Sqlite(file, new SalesScope.Filter { Region = region });
        return new Office($"{name} ({region}, SQLite)", region, store, () => OpenAsync(new SqliteConnection(file)));
    }

    private static async Task<DbConnection> OpenAsync(DbConnection connection, string? first = null)
    {
        await connection.OpenAsync();
        if (first is not null)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = first;
            await command.ExecuteNonQueryAsync();
        }

        return connection;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }
}
