using Microsoft.Data.Sqlite;

namespace QuickStart.Data;

/// <summary>A database as an application uses it: plain ADO.NET, which knows nothing of SyncGen. Values in <c>{}</c> become parameters.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;

    public Database(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
    }

    public void Execute(FormattableString sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    public IEnumerable<object[]> Query(FormattableString sql) => Read(Command(sql));

    /// <summary>All rows of a table, by its first two columns: in this model these are the key, or begin with it.</summary>
    public IEnumerable<object[]> QueryTable(string name)
    {
        var command = _connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{name}\" ORDER BY 1, 2";
        return Read(command);
    }

    public void InTransaction(Action work)
    {
        using var transaction = _connection.BeginTransaction();
        work();
        transaction.Commit();
    }

    public void Dispose() => _connection.Dispose();

    private static IEnumerable<object[]> Read(SqliteCommand command)
    {
        using var owned = command;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            yield return values;
        }
    }

    private SqliteCommand Command(FormattableString sql)
    {
        var command = _connection.CreateCommand();
        var names = new object[sql.ArgumentCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = $"@p{i}";
            command.Parameters.AddWithValue($"@p{i}", sql.GetArgument(i) ?? DBNull.Value);
        }

        command.CommandText = string.Format(null, sql.Format, names);
        return command;
    }
}
