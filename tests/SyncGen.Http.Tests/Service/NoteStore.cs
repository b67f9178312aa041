using Microsoft.Data.Sqlite;
using SyncGen.Http.Tests.Model;
using SyncGen.Sqlite;
using SyncGen.Testing;

namespace SyncGen.Http.Tests.Service;

/// <summary>Notes in a SQLite file of their own.</summary>
internal sealed class NoteStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private NoteStore(SyncRole role) => Provider = NoteScope.Sqlite(ConnectionString, role);

    public SqliteProvider Provider { get; }

    public string ConnectionString => $"Data Source={_folder.File("notes.db")};Pooling=False";

    public static async Task<NoteStore> CreateAsync(SyncRole role)
    {
        var store = new NoteStore(role);
        await store.Provider.ProvisionAsync();
        return store;
    }

    /// <summary>Adds notes of a kilobyte each.</summary>
    public void Add(int first, int count) => Run(
        $"WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {first + count - 1}) INSERT INTO Note SELECT i, hex(randomblob(500)) FROM n");

    public void Run(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public IReadOnlyList<string> Read(string sql = "SELECT Id || ' ' || Text FROM Note ORDER BY Id")
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        _folder.Dispose();
    }
}
