using Microsoft.Data.Sqlite;

/// <summary>Any program, any library: what writes a database need not know that it is synchronised. Values in {} become parameters.</summary>
internal static class Sql
{
    public static void Execute(string file, FormattableString sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        var names = Enumerable.Range(0, sql.ArgumentCount).Select(i => $"@p{i}").ToArray<object>();
        for (var i = 0; i < names.Length; i++)
        {
            command.Parameters.AddWithValue((string)names[i], sql.GetArgument(i));
        }

        command.CommandText = string.Format(null, sql.Format, names);
        command.ExecuteNonQuery();
    }

    public static string? Read(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }
}
