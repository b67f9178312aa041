using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SyncGen.Tool.Verification;

/// <summary>Rows that may differ, in a temporary database on disk: however many there are, memory does not grow.</summary>
internal sealed class SuspectFile : IDisposable
{
    // An empty data source is a database that SQLite itself keeps in a temporary file, and removes.
    private readonly SqliteConnection _connection = new("Data Source=;Pooling=False");
    private readonly SqliteTransaction _transaction;
    private readonly SqliteCommand _insert;

    public SuspectFile()
    {
        _connection.Open();
        _transaction = _connection.BeginTransaction();
        using var create = Command("CREATE TABLE suspect (hash BLOB, side INTEGER, row BLOB, key TEXT, vals TEXT, PRIMARY KEY (hash, side)) WITHOUT ROWID");
        create.ExecuteNonQuery();
        _insert = Command("INSERT OR REPLACE INTO suspect (hash, side, row, key, vals) VALUES (@hash, @side, @row, @key, @vals)");
        foreach (var name in new[] { "@hash", "@side", "@row", "@key", "@vals" })
        {
            _insert.Parameters.Add(new SqliteParameter(name, null));
        }
    }

    /// <summary>Adds a row of a side: 0 for the first store, 1 for the second.</summary>
    public void Add(int side, ScannedRow row)
    {
        _insert.Parameters[0].Value = Bytes(row.KeyHash);
        _insert.Parameters[1].Value = side;
        _insert.Parameters[2].Value = Bytes(row.RowHash);
        _insert.Parameters[3].Value = row.Key();
        _insert.Parameters[4].Value = JsonSerializer.Serialize(row.Values.Texts);
        _insert.ExecuteNonQuery();
    }

    /// <summary>The rows that differ, with both sides' values; null for a side that lacks the row.</summary>
    public IEnumerable<(string Key, string?[]? From, string?[]? To)> Differences()
    {
        using var select = Command(
            """
            SELECT coalesce(a.key, b.key), a.vals, b.vals
            FROM (SELECT * FROM suspect WHERE side = 0) AS a FULL JOIN (SELECT * FROM suspect WHERE side = 1) AS b ON a.hash = b.hash
            WHERE a.row IS NOT b.row
            """);
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            yield return (reader.GetString(0), Values(reader, 1), Values(reader, 2));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Command(string sql) => new(sql, _connection, _transaction);

    private static string?[]? Values(SqliteDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? null : JsonSerializer.Deserialize<string?[]>(reader.GetString(ordinal));

    private static byte[] Bytes(UInt128 hash)
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return bytes;
    }
}
