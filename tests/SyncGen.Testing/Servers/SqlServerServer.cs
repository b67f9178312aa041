using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace SyncGen.Testing.Servers;

/// <summary>A SQL Server: the one that SYNCGEN_SQLSERVER connects to, since none is started here. Thread-safe.</summary>
public sealed class SqlServerServer : DatabaseServer
{
    /// <summary>The variable that holds the connection string, in Microsoft.Data.SqlClient's form. Its login must be allowed to make databases.</summary>
    public const string ConnectionVariable = "SYNCGEN_SQLSERVER";

    private const int FatalClass = 20;
    private const int DropsMax = 20;
    private const int DropMilliseconds = 250;

    private SqlServerServer(string connectionString)
        : base(connectionString, process: null)
    {
    }

    /// <summary>Says what is missing for <see cref="SharedAsync"/> and how to get it; null when nothing is.</summary>
    public static string? Missing => GivenConnectionString is null
        ? $"No SQL Server is started for tests: let {ConnectionVariable} hold a connection string."
        : null;

    private static string? GivenConnectionString =>
        Environment.GetEnvironmentVariable(ConnectionVariable) is { Length: > 0 } connectionString ? connectionString : null;

    /// <summary>The server that is given. Not to be disposed of.</summary>
    /// <exception cref="InvalidOperationException">None is given.</exception>
    public static Task<SqlServerServer> SharedAsync() =>
        Task.FromResult(new SqlServerServer(GivenConnectionString ?? throw new InvalidOperationException(Missing)));

    /// <inheritdoc/>
    public override DbConnection Connect(string connectionString) => new SqlConnection(connectionString);

    private protected override async Task CreateAsync(string name)
    {
        await ExecuteAsync($"CREATE DATABASE {name}");
        // Not every server that speaks T-SQL has this to switch on: then it is on, or the provider does without.
        await TryAsync($"ALTER DATABASE {name} SET ALLOW_SNAPSHOT_ISOLATION ON");
    }

    private protected override async Task DropAsync(string name)
    {
        await ForgetConnectionsAsync(ConnectionStringOf(name));
        await TryAsync($"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
        for (var attempt = 1; attempt < DropsMax; attempt++)
        {
            // A connection that was closed is not gone at once.
            if (await TryAsync($"DROP DATABASE {name}"))
            {
                return;
            }

            await Task.Delay(DropMilliseconds);
        }

        await ExecuteAsync($"DROP DATABASE {name}");
    }

    private protected override string ConnectionStringOf(string database) =>
        new SqlConnectionStringBuilder(ConnectionString) { InitialCatalog = database }.ConnectionString;

    private protected override async Task ForgetConnectionsAsync(string connectionString)
    {
        await using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
    }

    private async Task<bool> TryAsync(string sql)
    {
        try
        {
            await ExecuteAsync(sql);
            return true;
        }
        catch (SqlException refused) when (refused.Class < FatalClass)
        {
            return false;
        }
    }
}
