using System.Collections.Concurrent;
using System.Data.Common;
using SyncGen.Testing.Servers;

namespace SyncGen.Histories.Tests.Databases;

/// <summary>Databases on a server that histories use one after the other. Thread-safe.</summary>
/// <param name="server">Starts or finds the server.</param>
/// <param name="empty">The statements that empty a database of a name.</param>
internal sealed class DatabasePool(Func<Task<DatabaseServer>> server, Func<string, IReadOnlyList<string>> empty) : IAsyncDisposable
{
    private readonly ConcurrentBag<TestDatabase> _free = [];

    /// <summary>An empty database.</summary>
    public async Task<TestDatabase> TakeAsync() => _free.TryTake(out var place) ? place : await (await server()).CreateDatabaseAsync();

    /// <summary>Empties a database that nobody is connected to.</summary>
    public async Task GiveBackAsync(TestDatabase place)
    {
        await using DbConnection connection = (await server()).Connect(place.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        foreach (var sql in empty(place.Name))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        _free.Add(place);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var place in _free)
        {
            await place.DisposeAsync();
        }
    }
}
