using System.Data.Common;
using System.Globalization;
using MySqlConnector;

namespace SyncGen.Testing.Servers;

/// <summary>A MariaDB or MySQL server: the one that SYNCGEN_MYSQL connects to, or a MariaDB started from installed programs. Thread-safe.</summary>
public sealed class MariaDbServer : DatabaseServer
{
    /// <summary>The variable that may hold the connection string, in MySqlConnector's form, of a server to use instead of starting one. Its user must be allowed to make databases.</summary>
    public const string ConnectionVariable = "SYNCGEN_MYSQL";

    private static readonly Lazy<Task<MariaDbServer>> s_shared = new(() => Task.Run(ConnectOrStartAsync));

    private MariaDbServer(string connectionString, ServerProcess? process)
        : base(connectionString, process)
    {
    }

    /// <summary>Says what is missing for <see cref="SharedAsync"/> and how to get it; null when nothing is.</summary>
    public static string? Missing => GivenConnectionString is null ? MissingPrograms : null;

    /// <summary>Says what is missing for <see cref="StartAsync"/> and how to get it; null when nothing is.</summary>
    public static string? MissingPrograms => MariaDbPrograms.Missing is { } reason
        ? $"{reason}: install mariadb-server (10.6 or later), or let {ConnectionVariable} hold a connection string."
        : null;

    private static string? GivenConnectionString =>
        Environment.GetEnvironmentVariable(ConnectionVariable) is { Length: > 0 } connectionString ? connectionString : null;

    /// <summary>The server of this test process: started by the first who asks, gone with the process. Not to be disposed of.</summary>
    public static Task<MariaDbServer> SharedAsync() => s_shared.Value;

    /// <summary>Starts a server of one's own, whatever SYNCGEN_MYSQL says.</summary>
    /// <param name="survivesCrashes">Whether what was committed is there again after its process was killed; slower.</param>
    /// <exception cref="InvalidOperationException">Its programs are missing, or it does not start.</exception>
    public static async Task<MariaDbServer> StartAsync(bool survivesCrashes = false)
    {
        var recipe = MariaDbPrograms.Recipe(survivesCrashes) ?? throw new InvalidOperationException(MissingPrograms);
        var process = await ServerStart.RunAsync(recipe, process => new MySqlConnection($"{Address(process)};Pooling=false"));
        return new MariaDbServer(Address(process), process);
    }

    /// <inheritdoc/>
    public override DbConnection Connect(string connectionString) => new MySqlConnection(connectionString);

    private protected override Task CreateAsync(string name) => ExecuteAsync($"CREATE DATABASE {name} CHARACTER SET utf8mb4");

    private protected override async Task DropAsync(string name)
    {
        await ForgetConnectionsAsync(ConnectionStringOf(name));
        // A transaction that someone left open would make DROP wait for its end.
        foreach (var id in await ConnectionsToAsync(name))
        {
            await EndConnectionAsync(id);
        }

        await ExecuteAsync($"DROP DATABASE {name}");
    }

    private protected override string ConnectionStringOf(string database) =>
        new MySqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    private protected override async Task ForgetConnectionsAsync(string connectionString)
    {
        await using var connection = new MySqlConnection(connectionString);
        await MySqlConnection.ClearPoolAsync(connection);
    }

    private async Task<IReadOnlyList<long>> ConnectionsToAsync(string database)
    {
        await using var connection = new MySqlConnection(ConnectionString);
        await connection.OpenAsync();
        // MySQL's table of processes fails where a statement that runs is no text, as one with binary values is not.
        await using var command = new MySqlCommand("SHOW PROCESSLIST", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<long>();
        while (await reader.ReadAsync())
        {
            if (reader["db"] as string == database)
            {
                ids.Add(Convert.ToInt64(reader["Id"], CultureInfo.InvariantCulture));
            }
        }

        return ids;
    }

    private async Task EndConnectionAsync(long id)
    {
        try
        {
            await ExecuteAsync($"KILL CONNECTION {id}");
        }
        catch (MySqlException gone) when (gone.ErrorCode == MySqlErrorCode.NoSuchThread)
        {
            // It ended by itself in the meantime.
            return;
        }
    }

    private static async Task<MariaDbServer> ConnectOrStartAsync() =>
        GivenConnectionString is { } given ? new MariaDbServer(given, process: null) : await StartAsync();

    private static string Address(ServerProcess process) =>
        $"Server=127.0.0.1;Port={process.Port};User ID={ServerStart.User};Password={process.Password}";
}
