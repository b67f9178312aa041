using Microsoft.Data.Sqlite;

namespace MusicStore.Data;

/// <summary>A database as an application uses it: plain SQL, which knows nothing of SyncGen.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;

    public Database(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void ExecuteInTransaction(params IEnumerable<string> statements)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var sql in statements)
        {
            Execute(sql);
        }

        transaction.Commit();
    }

    public IEnumerable<object[]> Query(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            yield return values;
        }
    }

    public bool IsTrue(string sql) => Query(sql).Single()[0] is 1L;

    public void Dispose() => _connection.Dispose();
}
