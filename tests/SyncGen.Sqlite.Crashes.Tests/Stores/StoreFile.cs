using Microsoft.Data.Sqlite;
using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Stores;

/// <summary>A database as an application sees it: plain SQL on a connection of its own, and none of it left when it is closed.</summary>
internal sealed class StoreFile : IDisposable
{
    private readonly SqliteConnection _connection;

    public StoreFile(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
    }

    public static string PathOf(string folder, Store store) => Path.Combine(folder, $"{store}.db");

    /// <summary>Creates the application's tables, as somebody who knows nothing of synchronising would.</summary>
    public void CreateTables(string journalMode)
    {
        Execute($"PRAGMA journal_mode = {journalMode}");
        Execute("""CREATE TABLE Box (Id INTEGER NOT NULL PRIMARY KEY, "Write" INTEGER NOT NULL, Filling TEXT NOT NULL)""");
        Execute("""CREATE TABLE Slip (Id INTEGER NOT NULL PRIMARY KEY, BoxId INTEGER NOT NULL REFERENCES Box (Id), "Write" INTEGER NOT NULL, Filling TEXT NOT NULL)""");
    }

    public int Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query, each as its values joined by a bar.</summary>
    public List<string> Rows(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetValue(i).ToString())));
        }

        return rows;
    }

    /// <summary>All boxes and slips, each with the write that made it.</summary>
    /// <exception cref="CrashException">A row holds something else than its write wrote.</exception>
    public SortedDictionary<RowKey, long> ReadRows()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT 0, Id, Id, \"Write\", Filling FROM Box UNION ALL SELECT 1, Id, BoxId, \"Write\", Filling FROM Slip";
        using var reader = command.ExecuteReader();
        var rows = new SortedDictionary<RowKey, long>();
        while (reader.Read())
        {
            var key = new RowKey(reader.GetInt32(0) == 1, reader.GetInt64(1));
            var write = reader.GetInt64(3);
            if (reader.GetInt64(2) != key.BoxId || reader.GetString(4) != RowWrite.FillingOf(write))
            {
                throw new CrashException($"{key} of {_connection.DataSource} says write {write}, and holds something else");
            }

            rows.Add(key, write);
        }

        return rows;
    }

    public void Dispose() => _connection.Dispose();
}
