using Microsoft.Data.Sqlite;

namespace SyncGen.Packaging.Tests;

/// <summary>What another program does with a SQLite file.</summary>
internal static class SqliteFile
{
    /// <summary>Runs statements; makes the file if need be.</summary>
    public static void Run(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The texts of a query's first column.</summary>
    public static List<string> Read(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }
}
