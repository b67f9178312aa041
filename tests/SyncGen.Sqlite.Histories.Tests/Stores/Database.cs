using Microsoft.Data.Sqlite;

namespace SyncGen.Sqlite.Histories.Tests.Stores;

/// <summary>A database as an application sees it, with its statements prepared.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public Database(string path)
    {
        _connection = new SqliteConnection(ConnectionStringOf(path));
        _connection.Open();
    }

    /// <summary>Without a pool, so that a file is closed when it should be.</summary>
    public static string ConnectionStringOf(string path) => $"Data Source={path};Pooling=False";

    public int Execute(string sql, params object?[] values) => Command(sql, values).ExecuteNonQuery();

    public object? Scalar(string sql, params object?[] values) => Command(sql, values).ExecuteScalar() is var value and not DBNull ? value : null;

    public long Number(string sql, params object?[] values) => Convert.ToInt64(Scalar(sql, values));

    /// <summary>The rows of a query; NULL is null.</summary>
    public List<object?[]> Rows(string sql, params object?[] values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Command(string sql, object?[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "?" + (i + 1) });
            }

            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
