using Microsoft.Data.Sqlite;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>The databases behind a service, and the keys that its servers share.</summary>
internal sealed class TestStores : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TestStores()
    {
    }

    public string Shop => $"Data Source={_folder.File("shop.db")}";

    public string Stall => $"Data Source={_folder.File("stall.db")}";

    public string Chores => $"Data Source={_folder.File("chores.db")}";

    public string Keys => _folder.File("keys");

    public static async Task<TestStores> CreateAsync()
    {
        var stores = new TestStores();
        await using var shop = ShopScope.Sqlite(stores.Shop, SyncRole.Peer);
        await using var stall = StallScope.Sqlite(stores.Stall, SyncRole.Peer);
        await using var chores = ChoreScope.Sqlite(stores.Chores, SyncRole.Peer);
        await shop.ProvisionAsync();
        await stall.ProvisionAsync();
        await chores.ProvisionAsync();
        return stores;
    }

    /// <summary>Runs SQL, as any program could.</summary>
    public static void Run(string store, string sql)
    {
        using var connection = Open(store);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Reads a query's rows, each as text.</summary>
    public static IReadOnlyList<string> Read(string store, string sql)
    {
        using var connection = Open(store);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public void Save(string name) => File.Copy(_folder.File(name), _folder.File(name + ".backup"), overwrite: true);

    public void Restore(string name)
    {
        File.Copy(_folder.File(name + ".backup"), _folder.File(name), overwrite: true);
        File.Delete(_folder.File(name + "-wal"));
        File.Delete(_folder.File(name + "-shm"));
    }

    public void Ruin(string name)
    {
        File.WriteAllText(_folder.File(name), new string('x', 10_000));
        File.Delete(_folder.File(name + "-wal"));
        File.Delete(_folder.File(name + "-shm"));
    }

    public void Dispose() => _folder.Dispose();

    private static SqliteConnection Open(string store)
    {
        var connection = new SqliteConnection(store + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 10000";
        command.ExecuteNonQuery();
        return connection;
    }
}
