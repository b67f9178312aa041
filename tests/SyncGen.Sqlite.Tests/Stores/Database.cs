using Microsoft.Data.Sqlite;

namespace SyncGen.Sqlite.Tests.Stores;

/// <summary>A database as an application sees it: plain SQL on a connection of its own.</summary>
internal sealed class Database(string path) : IDisposable
{
    private readonly SqliteConnection _connection = Open(path);

    public string Path { get; } = path;

    public string ConnectionString => $"Data Source={Path}";

    public int Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public object? Scalar(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar();
    }

    /// <summary>The rows of a query, each as its values joined by a bar.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var command = Command(sql, []);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetValue(i).ToString())));
        }

        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        return connection;
    }
}
