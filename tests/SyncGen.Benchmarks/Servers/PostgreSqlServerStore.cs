using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using SyncGen.Benchmarks.Model;
using SyncGen.PostgreSql;
using SyncGen.Providers;
using SyncGen.Testing.Servers;

namespace SyncGen.Benchmarks.Servers;

/// <summary>A PostgreSQL database.</summary>
internal sealed class PostgreSqlServerStore(TestDatabase database) : ServerStore(database)
{
    protected override string CreatePlain => $"CREATE TABLE \"{Plain}\" (LIKE \"{Tracked}\" INCLUDING ALL)";

    public override SyncProvider Open(SyncRole role) => SalesScope.PostgreSql(ConnectionString, new PostgreSqlProviderOptions { Role = role });

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override async Task BulkInsertAsync(string table, IReadOnlyList<Sale> rows)
    {
        await using var connection = (NpgsqlConnection)await ConnectAsync();
        await using var importer = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({Columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await importer.StartRowAsync();
            await importer.WriteAsync(row.Id);
            await importer.WriteAsync(row.Customer);
            await importer.WriteAsync(row.Product);
            await importer.WriteAsync(row.Address);
            await importer.WriteAsync(row.Amount);
            await importer.WriteAsync(row.Quantity);
            await importer.WriteAsync(row.Ordered, NpgsqlDbType.Timestamp);
            await importer.WriteAsync(row.Shipped, NpgsqlDbType.Timestamp);
            if (row.Remark is null)
            {
                await importer.WriteNullAsync();
            }
            else
            {
                await importer.WriteAsync(row.Remark);
            }

            await importer.WriteAsync(row.Paid);
        }

        await importer.CompleteAsync();
    }

    public override Task UpsertAsync(string table, IReadOnlyList<Sale> rows) => RunAsync(
        $"INSERT INTO \"{table}\" ({Columns}) VALUES",
        """
        ON CONFLICT ("Id") DO UPDATE SET "Customer" = excluded."Customer", "Product" = excluded."Product", "Address" = excluded."Address", "Amount" = excluded."Amount",
          "Quantity" = excluded."Quantity", "Ordered" = excluded."Ordered", "Shipped" = excluded."Shipped", "Remark" = excluded."Remark", "Paid" = excluded."Paid"
        """,
        rows, inOneTransaction: true);

    public override Task InsertAsync(string table, IReadOnlyList<Sale> rows) =>
        RunAsync($"INSERT INTO \"{table}\" ({Columns}) VALUES", "", rows, inOneTransaction: false);
}
