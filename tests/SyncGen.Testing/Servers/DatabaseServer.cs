using System.Data.Common;
using System.Security.Cryptography;

namespace SyncGen.Testing.Servers;

/// <summary>A database server for tests. Thread-safe.</summary>
public abstract class DatabaseServer : IAsyncDisposable
{
    private readonly ServerProcess? _process;

    private protected DatabaseServer(string connectionString, ServerProcess? process)
    {
        ConnectionString = connectionString;
        _process = process;
    }

    /// <summary>Connects an administrator to the server, to no database of a test.</summary>
    public string ConnectionString { get; }

    /// <summary>The server's process; null for a server that the tests did not start.</summary>
    public int? ProcessId => _process?.ProcessId;

    /// <summary>The folder of the server's files; null for a server that the tests did not start.</summary>
    public string? Folder => _process?.Folder;

    /// <summary>Makes an empty database with a name of its own; dispose of it to drop it.</summary>
    /// <exception cref="InvalidOperationException">The server has ended; the message holds the end of its log.</exception>
    public async Task<TestDatabase> CreateDatabaseAsync()
    {
        if (_process is { HasEnded: true })
        {
            throw new InvalidOperationException($"The server in {_process.Folder} has ended:\n{await _process.LogAsync()}");
        }

        var name = $"syncgen_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        await CreateAsync(name);
        return new TestDatabase(name, ConnectionStringOf(name), () => DropAsync(name));
    }

    /// <summary>A closed connection to this kind of server.</summary>
    public abstract DbConnection Connect(string connectionString);

    /// <summary>Stops the server and deletes its folder. A server that the tests did not start goes on.</summary>
    public async ValueTask DisposeAsync()
    {
        await ForgetConnectionsAsync(ConnectionString);
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    /// <summary>Kills the server and all its processes at once. What was committed comes back by <see cref="RestartAsync"/> if it was started to survive crashes.</summary>
    /// <exception cref="InvalidOperationException">The tests did not start it, or it had ended.</exception>
    public async Task CrashAsync()
    {
        await Started.CrashAsync();
        await ForgetConnectionsAsync(ConnectionString);
    }

    /// <summary>Starts a server that crashed, and waits until it takes connections, at the address that it had.</summary>
    /// <exception cref="InvalidOperationException">It does not start; the message holds the end of its log.</exception>
    public async Task RestartAsync()
    {
        await Started.RestartAsync();
        if (await ServerStart.WaitAsync(Started, () => Connect(ConnectionString + ";Pooling=false")) is { } refusal)
        {
            throw new InvalidOperationException($"The server took no connection after its crash:\n{(Started.HasEnded ? await Started.LogAsync() : "")}", refusal);
        }
    }

    private protected abstract Task CreateAsync(string name);

    private protected abstract Task DropAsync(string name);

    private protected abstract string ConnectionStringOf(string database);

    /// <summary>Closes the idle connections of a pool.</summary>
    private protected abstract Task ForgetConnectionsAsync(string connectionString);

    private ServerProcess Started => _process ?? throw new InvalidOperationException("Only servers that the tests started crash for them.");

    private protected async Task ExecuteAsync(string sql)
    {
        await using var connection = Connect(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
