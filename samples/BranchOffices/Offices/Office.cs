using System.Data.Common;
using SyncGen.Providers;

namespace BranchOffices.Offices;

/// <summary>A place that has a store, and the programs that write to its database with plain SQL.</summary>
/// <param name="name">Its name.</param>
/// <param name="region">The one region whose orders it has; null: all.</param>
/// <param name="store">Its store.</param>
/// <param name="connect">Opens a connection to its database, which reads standard SQL.</param>
internal sealed class Office(string name, string? region, SyncProvider store, Func<Task<DbConnection>> connect) : IAsyncDisposable
{
    public string Name { get; } = name;

    public string? Region { get; } = region;

    public SyncProvider Store { get; } = store;

    /// <summary>Runs statements that write.</summary>
    public async Task WriteAsync(params string[] statements)
    {
        await using var connection = await connect();
        foreach (var sql in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The orders that are here, with what was ordered, in the order of their numbers.</summary>
    public async Task<List<Holding>> ReadAsync()
    {
        await using var connection = await connect();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT s."Id", s."Region", c."Name", s."Note", coalesce(sum(l."Quantity"), 0)
            FROM "Sale" AS s JOIN "Customer" AS c ON c."Id" = s."CustomerId" LEFT JOIN "SaleLine" AS l ON l."SaleId" = s."Id"
            GROUP BY s."Id", s."Region", c."Name", s."Note" ORDER BY s."Id"
            """;
        await using var reader = await command.ExecuteReaderAsync();
        var holdings = new List<Holding>();
        while (await reader.ReadAsync())
        {
            holdings.Add(new Holding(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), Convert.ToInt32(reader.GetValue(4))));
        }

        return holdings;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
