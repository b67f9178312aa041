using System.Data.Common;
using SyncGen.Benchmarks.Model;
using SyncGen.Providers;
using SyncGen.Testing.Servers;

namespace SyncGen.Benchmarks.Servers;

/// <summary>A database of a server: a store, and what is done without SyncGen, in the fastest way that its driver has.</summary>
internal abstract class ServerStore(TestDatabase database) : IAsyncDisposable
{
    /// <summary>The table that SyncGen does not know of.</summary>
    public const string Plain = "Plain";

    /// <summary>The table that it knows of, once it is provisioned.</summary>
    public const string Tracked = "Sale";

    protected const string Columns = """
        "Id", "Customer", "Product", "Address", "Amount", "Quantity", "Ordered", "Shipped", "Remark", "Paid"
        """;

    /// <summary>How many rows a statement of many rows has.</summary>
    protected const int RowsPerStatement = 500;

    protected string ConnectionString => database.ConnectionString;

    /// <summary>Makes a database with an empty table that nobody tracks, and one that is provisioned.</summary>
    public static async Task<ServerStore> CreateAsync(ServerKind kind, SyncRole role)
    {
        ServerStore store = kind == ServerKind.PostgreSql
            ? new PostgreSqlServerStore(await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync())
            : new MariaDbServerStore(await (await MariaDbServer.SharedAsync()).CreateDatabaseAsync());
        await using (var provider = store.Open(role))
        {
            await provider.ProvisionAsync();
        }

        await store.ExecuteAsync(store.CreatePlain);
        return store;
    }

    /// <summary>Opens it as a store.</summary>
    public abstract SyncProvider Open(SyncRole role);

    /// <summary>A connection of an application.</summary>
    public abstract Task<DbConnection> ConnectAsync();

    /// <summary>Puts rows in as fast as the driver can: copied in, or many with one statement.</summary>
    public abstract Task BulkInsertAsync(string table, IReadOnlyList<Sale> rows);

    /// <summary>Inserts rows, or replaces those that are there, many with one statement, in one transaction.</summary>
    public abstract Task UpsertAsync(string table, IReadOnlyList<Sale> rows);

    /// <summary>All rows.</summary>
    public async Task<List<Sale>> ReadAllAsync(string table)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Sale>();
        while (await reader.ReadAsync())
        {
            rows.Add(new Sale
            {
                Id = reader.GetGuid(0),
                Customer = reader.GetString(1),
                Product = reader.GetString(2),
                Address = reader.GetString(3),
                Amount = reader.GetDecimal(4),
                Quantity = reader.GetInt32(5),
                Ordered = reader.GetDateTime(6),
                Shipped = reader.GetDateTime(7),
                Remark = reader.IsDBNull(8) ? null : reader.GetString(8),
                Paid = reader.GetBoolean(9),
            });
        }

        return rows;
    }

    /// <summary>Inserts rows in statements of many rows, each in a transaction of its own.</summary>
    public abstract Task InsertAsync(string table, IReadOnlyList<Sale> rows);

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    protected abstract string CreatePlain { get; }

    /// <summary>Runs a statement with the rows of a portion, all in one transaction or each in its own.</summary>
    protected async Task RunAsync(string insert, string end, IReadOnlyList<Sale> rows, bool inOneTransaction)
    {
        await using var connection = await ConnectAsync();
        await using var transaction = inOneTransaction ? await connection.BeginTransactionAsync() : null;
        foreach (var portion in rows.Chunk(RowsPerStatement))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"{insert} {string.Join(", ", portion.Select((_, i) => $"({string.Join(", ", Enumerable.Range(i * 10, 10).Select(n => $"@p{n}"))})"))} {end}";
            for (var i = 0; i < portion.Length; i++)
            {
                Add(command, i * 10, portion[i]);
            }

            await command.ExecuteNonQueryAsync();
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }
    }

    private static void Add(DbCommand command, int first, Sale row)
    {
        object[] values = [row.Id, row.Customer, row.Product, row.Address, row.Amount, row.Quantity, row.Ordered, row.Shipped, row.Remark ?? (object)DBNull.Value, row.Paid];
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{first + i}";
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }
    }
}
