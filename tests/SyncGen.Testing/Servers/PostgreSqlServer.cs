using System.Data.Common;
using Npgsql;

namespace SyncGen.Testing.Servers;

/// <summary>A PostgreSQL server: the one that SYNCGEN_POSTGRESQL connects to, or one started from installed programs. Thread-safe.</summary>
public sealed class PostgreSqlServer : DatabaseServer
{
    /// <summary>The variable that may hold the connection string, in Npgsql's form, of a server to use instead of starting one. Its user must be allowed to make databases.</summary>
    public const string ConnectionVariable = "SYNCGEN_POSTGRESQL";

    private static readonly Lazy<Task<PostgreSqlServer>> s_shared = new(() => Task.Run(ConnectOrStartAsync));

    private PostgreSqlServer(string connectionString, ServerProcess? process)
        : base(connectionString, process)
    {
    }

    /// <summary>Says what is missing for <see cref="SharedAsync"/> and how to get it; null when nothing is.</summary>
    public static string? Missing => GivenConnectionString is null ? MissingPrograms : null;

    /// <summary>Says what is missing for <see cref="StartAsync"/> and how to get it; null when nothing is.</summary>
    public static string? MissingPrograms => PostgreSqlPrograms.Missing is { } reason
        ? $"{reason}: install postgresql (13 or later), or let {ConnectionVariable} hold a connection string."
        : null;

    private static string? GivenConnectionString =>
        Environment.GetEnvironmentVariable(ConnectionVariable) is { Length: > 0 } connectionString ? connectionString : null;

    /// <summary>The server of this test process: started by the first who asks, gone with the process. Not to be disposed of.</summary>
    public static Task<PostgreSqlServer> SharedAsync() => s_shared.Value;

    /// <summary>Starts a server of one's own, whatever SYNCGEN_POSTGRESQL says.</summary>
    /// <param name="survivesCrashes">Whether what was committed is there again after its process was killed; slower.</param>
    /// <exception cref="InvalidOperationException">Its programs are missing, or it does not start.</exception>
    public static async Task<PostgreSqlServer> StartAsync(bool survivesCrashes = false)
    {
        var recipe = PostgreSqlPrograms.Recipe(survivesCrashes) ?? throw new InvalidOperationException(MissingPrograms);
        var process = await ServerStart.RunAsync(recipe, process => new NpgsqlConnection($"{Address(process)};Pooling=false"));
        return new PostgreSqlServer(Address(process), process);
    }

    /// <inheritdoc/>
    public override DbConnection Connect(string connectionString) => new NpgsqlConnection(connectionString);

    // template0: nobody can be connected to it, which would make the statement fail.
    private protected override Task CreateAsync(string name) => ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");

    private protected override async Task DropAsync(string name)
    {
        await ForgetConnectionsAsync(ConnectionStringOf(name));
        await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private protected override string ConnectionStringOf(string database) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    private protected override async Task ForgetConnectionsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<PostgreSqlServer> ConnectOrStartAsync() =>
        GivenConnectionString is { } given ? new PostgreSqlServer(given, process: null) : await StartAsync();

    private static string Address(ServerProcess process) =>
        $"Host=127.0.0.1;Port={process.Port};Username={ServerStart.User};Password={process.Password};Database=postgres";
}
