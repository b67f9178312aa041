using Microsoft.Data.Sqlite;
using SyncGen.Benchmarks.Model;

namespace SyncGen.Benchmarks.Stores;

/// <summary>A database used without SyncGen: prepared commands, typed getters by ordinal, one transaction. What we compare with.</summary>
internal sealed class PlainStore : IDisposable
{
    private const string CreateTable = """
        CREATE TABLE "Sale" (
          "Id" TEXT NOT NULL PRIMARY KEY, "Customer" TEXT NOT NULL, "Product" TEXT NOT NULL, "Address" TEXT NOT NULL,
          "Amount" TEXT NOT NULL, "Quantity" INTEGER NOT NULL, "Ordered" TEXT NOT NULL, "Shipped" TEXT NOT NULL,
          "Remark" TEXT NULL, "Paid" INTEGER NOT NULL)
        """;

    private const string InsertRow = """
        INSERT INTO "Sale" ("Id", "Customer", "Product", "Address", "Amount", "Quantity", "Ordered", "Shipped", "Remark", "Paid")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)
        """;

    private const string SelectRows =
        """SELECT "Id", "Customer", "Product", "Address", "Amount", "Quantity", "Ordered", "Shipped", "Remark", "Paid" FROM "Sale" """;

    private const string UpdateRow = """UPDATE "Sale" SET "Customer" = @p0, "Quantity" = @p1 WHERE "Id" = @p2""";

    private const string ReplaceRow = """
        UPDATE "Sale" SET "Customer" = @p0, "Product" = @p1, "Address" = @p2, "Amount" = @p3, "Quantity" = @p4, "Ordered" = @p5,
          "Shipped" = @p6, "Remark" = @p7, "Paid" = @p8 WHERE "Id" = @p9
        """;

    private const string DeleteRow = """DELETE FROM "Sale" WHERE "Id" = @p0""";

    private readonly SqliteConnection _connection;

    private PlainStore(SqliteConnection connection) => _connection = connection;

    /// <summary>Makes a database with an empty table.</summary>
    public static PlainStore Create(string path, string journalMode)
    {
        var store = Open(path);
        store.Execute($"PRAGMA journal_mode = {journalMode}");
        store.Execute(CreateTable);
        return store;
    }

    public static PlainStore Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return new PlainStore(connection);
    }

    public List<Sale> ReadAll()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = SelectRows;
        using var reader = command.ExecuteReader();
        var rows = new List<Sale>();
        while (reader.Read())
        {
            rows.Add(Read(reader));
        }

        return rows;
    }

    /// <summary>Reads the rows of these keys, each by its key, in one transaction.</summary>
    public List<Sale> Read(IReadOnlyList<Guid> keys)
    {
        using var transaction = _connection.BeginTransaction(deferred: true);
        using var command = _connection.CreateCommand();
        command.CommandText = SelectRows + "WHERE \"Id\" = @id";
        var id = command.Parameters.Add("@id", SqliteType.Text);
        var rows = new List<Sale>();
        foreach (var key in keys)
        {
            id.Value = key;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(Read(reader));
            }
        }

        return rows;
    }

    /// <summary>Every so many rows one, from all over the table.</summary>
    public List<Sale> ReadEvery(int step, int offset, int count) => [.. ReadAll().Where((_, i) => i % step == offset).Take(count)];

    public void Insert(IReadOnlyList<Sale> rows) => Run(InsertRow, 10, rows, static (parameters, row) =>
    {
        parameters[0].Value = row.Id;
        parameters[1].Value = row.Customer;
        parameters[2].Value = row.Product;
        parameters[3].Value = row.Address;
        parameters[4].Value = row.Amount;
        parameters[5].Value = row.Quantity;
        parameters[6].Value = row.Ordered;
        parameters[7].Value = row.Shipped;
        parameters[8].Value = row.Remark ?? (object)DBNull.Value;
        parameters[9].Value = row.Paid;
    });

    public void Update(IReadOnlyList<Sale> rows) => Run(UpdateRow, 3, rows, static (parameters, row) =>
    {
        parameters[0].Value = row.Customer + "!";
        parameters[1].Value = row.Quantity + 1;
        parameters[2].Value = row.Id;
    });

    /// <summary>Makes the rows of these keys be these rows.</summary>
    public void Replace(IReadOnlyList<Sale> rows) => Run(ReplaceRow, 10, rows, static (parameters, row) =>
    {
        parameters[0].Value = row.Customer;
        parameters[1].Value = row.Product;
        parameters[2].Value = row.Address;
        parameters[3].Value = row.Amount;
        parameters[4].Value = row.Quantity;
        parameters[5].Value = row.Ordered;
        parameters[6].Value = row.Shipped;
        parameters[7].Value = row.Remark ?? (object)DBNull.Value;
        parameters[8].Value = row.Paid;
        parameters[9].Value = row.Id;
    });

    public void Delete(IReadOnlyList<Sale> rows) => Run(DeleteRow, 1, rows, static (parameters, row) => parameters[0].Value = row.Id);

    public long Count()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM \"Sale\"";
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => _connection.Dispose();

    private static Sale Read(SqliteDataReader reader) => new()
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
    };

    private void Run(string sql, int count, IReadOnlyList<Sale> rows, Action<SqliteParameter[], Sale> bind)
    {
        using var transaction = _connection.BeginTransaction();
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        var parameters = new SqliteParameter[count];
        for (var i = 0; i < count; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = "@p" + (char)('0' + i);
            command.Parameters.Add(parameters[i]);
        }

        command.Prepare();
        foreach (var row in rows)
        {
            bind(parameters, row);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
