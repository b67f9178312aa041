using System.Data.Common;
using MySqlConnector;
using SyncGen.Benchmarks.Model;
using SyncGen.MySql;
using SyncGen.Providers;
using SyncGen.Testing.Servers;

namespace SyncGen.Benchmarks.Servers;

/// <summary>A MariaDB database, which reads standard SQL.</summary>
internal sealed class MariaDbServerStore(TestDatabase database) : ServerStore(database)
{
    protected override string CreatePlain => $"CREATE TABLE \"{Plain}\" LIKE \"{Tracked}\"";

    public override SyncProvider Open(SyncRole role) => SalesScope.MySql(ConnectionString, new MySqlProviderOptions { Role = role });

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new MySqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand("SET SESSION sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES'", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public override Task BulkInsertAsync(string table, IReadOnlyList<Sale> rows) =>
        RunAsync($"INSERT INTO \"{table}\" ({Columns}) VALUES", "", rows, inOneTransaction: true);

    public override Task UpsertAsync(string table, IReadOnlyList<Sale> rows) => RunAsync(
        $"INSERT INTO \"{table}\" ({Columns}) VALUES",
        """
        ON DUPLICATE KEY UPDATE "Customer" = VALUES("Customer"), "Product" = VALUES("Product"), "Address" = VALUES("Address"), "Amount" = VALUES("Amount"),
          "Quantity" = VALUES("Quantity"), "Ordered" = VALUES("Ordered"), "Shipped" = VALUES("Shipped"), "Remark" = VALUES("Remark"), "Paid" = VALUES("Paid")
        """,
        rows, inOneTransaction: true);

    public override Task InsertAsync(string table, IReadOnlyList<Sale> rows) =>
        RunAsync($"INSERT INTO \"{table}\" ({Columns}) VALUES", "", rows, inOneTransaction: false);
}
