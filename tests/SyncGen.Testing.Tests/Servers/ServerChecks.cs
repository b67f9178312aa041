using System.Data.Common;
using System.Diagnostics;
using SyncGen.Testing.Servers;

namespace SyncGen.Testing.Tests.Servers;

/// <summary>What holds for every kind of server.</summary>
internal static class ServerChecks
{
    private static readonly TimeSpan s_cleanUpTimeout = TimeSpan.FromSeconds(20);

    public static async Task AnswersAsync(DatabaseServer server)
    {
        await using var database = await server.CreateDatabaseAsync();

        Assert.Equal(1L, await ScalarAsync(server, database, "SELECT 1"));
    }

    public static async Task DatabasesAreApartAsync(DatabaseServer server)
    {
        const string Tables = "SELECT count(*) FROM information_schema.tables WHERE table_name = 'mark'";
        await using var first = await server.CreateDatabaseAsync();
        await using var second = await server.CreateDatabaseAsync();

        await ScalarAsync(server, first, "CREATE TABLE mark (id integer)");

        Assert.Equal(1L, await ScalarAsync(server, first, $"{Tables} AND '{first.Name}' IN (table_catalog, table_schema)"));
        Assert.Equal(0L, await ScalarAsync(server, second, $"{Tables} AND '{second.Name}' IN (table_catalog, table_schema)"));
    }

    /// <param name="server">The server.</param>
    /// <param name="databases">A query that counts the databases of a name, put in for <c>{0}</c>.</param>
    public static async Task OpenTransactionsDoNotKeepADatabaseAsync(DatabaseServer server, string databases)
    {
        var database = await server.CreateDatabaseAsync();
        var count = databases.Replace("{0}", database.Name, StringComparison.Ordinal);
        await using var other = await server.CreateDatabaseAsync();
        await ScalarAsync(server, database, "CREATE TABLE mark (id integer)");
        await using var connection = server.Connect(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "START TRANSACTION; INSERT INTO mark VALUES (1)";
        await command.ExecuteNonQueryAsync();
        Assert.Equal(1L, await ScalarAsync(server, other, count));

        await database.DisposeAsync();

        Assert.Equal(0L, await ScalarAsync(server, other, count));
        await Assert.ThrowsAnyAsync<DbException>(() => command.ExecuteNonQueryAsync());
    }

    public static async Task StopsAsync(DatabaseServer server)
    {
        var id = server.ProcessId!.Value;
        var folder = server.Folder!;
        await AnswersAsync(server);
        Assert.True(IsRunning(id), "the server does not run under the process id that it is said to have");
        Assert.True(Directory.Exists(folder));

        await server.DisposeAsync();

        Assert.False(IsRunning(id), $"process {id} still runs");
        Assert.False(Directory.Exists(folder), $"{folder} is still there");
    }

    /// <param name="server">A server that survives crashes; it is stopped in the end.</param>
    public static async Task ComesBackFromCrashesAsync(DatabaseServer server)
    {
        const int Crashes = 3;
        var database = await server.CreateDatabaseAsync();
        await ScalarAsync(server, database, "CREATE TABLE mark (id integer)");
        for (var crash = 1; crash <= Crashes; crash++)
        {
            await ScalarAsync(server, database, $"INSERT INTO mark VALUES ({crash})");
            var id = server.ProcessId!.Value;
            await server.CrashAsync();
            Assert.False(IsRunning(id), $"process {id} still runs");
            await Assert.ThrowsAnyAsync<DbException>(() => ScalarAsync(server, database, "SELECT 1"));

            await server.RestartAsync();

            Assert.Equal((long)crash, await ScalarAsync(server, database, "SELECT count(*) FROM mark"));
        }

        await StopsAsync(server);
    }

    /// <param name="server">A server; it is stopped in the end.</param>
    public static async Task StopsAfterACrashAsync(DatabaseServer server)
    {
        var folder = server.Folder!;
        await server.CrashAsync();

        await server.DisposeAsync();

        Assert.False(Directory.Exists(folder), $"{folder} is still there");
    }

    public static async Task EndsWithAKilledProcessAsync(string server)
    {
        using var victim = await Victim.StartAsync(server);
        Assert.True(IsRunning(victim.ServerId), "the server does not run under the process id that it is said to have");

        await victim.KillAsync();

        for (var watch = Stopwatch.StartNew(); (IsRunning(victim.ServerId) || Directory.Exists(victim.Folder)) && watch.Elapsed < s_cleanUpTimeout;)
        {
            await Task.Delay(20);
        }

        Assert.False(IsRunning(victim.ServerId), $"process {victim.ServerId} still runs");
        Assert.False(Directory.Exists(victim.Folder), $"{victim.Folder} is still there");
    }

    public static async Task<object?> ScalarAsync(DatabaseServer server, TestDatabase database, string sql)
    {
        await using var connection = server.Connect(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var value = await command.ExecuteScalarAsync();
        return value is int number ? (long)number : value;
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
