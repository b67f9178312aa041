using System.Diagnostics;
using MySqlConnector;
using Npgsql;
using SyncGen.Providers.Specification.Databases;

namespace SyncGen.Tool.Tests;

/// <summary>Runs a script as an administrator does: by the database's own command-line client, where it has one here.</summary>
internal static class DatabaseClient
{
    /// <summary>Runs a script.</summary>
    public static async Task RunAsync(StoreDatabase database, string path)
    {
        switch (database.Kind)
        {
            case DatabaseKind.PostgreSql:
                var postgres = new NpgsqlConnectionStringBuilder(database.ConnectionString);
                await RunAsync("psql", null, ("PGPASSWORD", postgres.Password ?? ""),
                    "-h", postgres.Host!, "-p", $"{postgres.Port}", "-U", postgres.Username!, "-d", postgres.Database!, "-v", "ON_ERROR_STOP=1", "-q", "-f", path);
                break;
            case DatabaseKind.MySql:
                var mysql = new MySqlConnectionStringBuilder(database.ConnectionString);
                await RunAsync("mysql", path, ("MYSQL_PWD", mysql.Password), "-h", mysql.Server, "-P", $"{mysql.Port}", "-u", mysql.UserID, mysql.Database);
                break;
            case DatabaseKind.SqlServer:
                foreach (var batch in (await File.ReadAllTextAsync(path)).Split("\nGO\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    await database.ExecuteAsync(batch);
                }

                break;
            default:
                await database.ExecuteAsync(await File.ReadAllTextAsync(path));
                break;
        }
    }

    private static async Task RunAsync(string program, string? input, (string Name, string Value) secret, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardError = true, Environment = { [secret.Name] = secret.Value } };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(await File.ReadAllTextAsync(input));
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
    }
}
