using Microsoft.Data.Sqlite;

namespace Acme_Todo.Client;

/// <summary>The rows of this device's file, by plain SQL. Any library may write them: triggers see to it that nothing escapes.</summary>
internal sealed class TodoTable(string connectionString)
{
    public void Add(TodoItem item) =>
        Execute("INSERT INTO TodoItem (Id, Title, Done, Owner) VALUES (@id, @title, @done, @owner)", ("@id", item.Id), ("@title", item.Title), ("@done", item.Done), ("@owner", item.Owner));

    public void MarkDone(string title) => Execute("UPDATE TodoItem SET Done = 1 WHERE Title = @title", ("@title", title));

    public IReadOnlyList<TodoItem> Read()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Title, Done, Owner FROM TodoItem ORDER BY Title";
        using var reader = command.ExecuteReader();
        var items = new List<TodoItem>();
        while (reader.Read())
        {
            items.Add(new TodoItem { Id = reader.GetGuid(0), Title = reader.GetString(1), Done = reader.GetBoolean(2), Owner = reader.GetString(3) });
        }

        return items;
    }

    private void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }
}
