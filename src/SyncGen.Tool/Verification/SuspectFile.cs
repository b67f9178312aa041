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
        using (var tune = new SqliteCommand("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000", _connection))
        {
            tune.ExecuteNonQuery();
        }

        // Without an index: rows come in any order, and are sorted once.
        _transaction = _connection.BeginTransaction();
        using var create = Command("CREATE TABLE suspect (hash BLOB, side INTEGER, row BLOB, key TEXT, vals TEXT)");
        create.ExecuteNonQuery();
        _insert = Command("INSERT INTO suspect (hash, side, row, key, vals) VALUES (@hash, @side, @row, @key, @vals)");
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
        using var select = Command("SELECT hash, side, row, key, vals FROM suspect ORDER BY hash, side");
        using var reader = select.ExecuteReader();
        SuspectRow? waiting = null;
        while (reader.Read())
        {
            var row = new SuspectRow(reader.GetFieldValue<byte[]>(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2), reader.GetString(3), reader.GetString(4));
            if (waiting is not null && row.Side == 1 && waiting.Hash.AsSpan().SequenceEqual(row.Hash))
            {
                if (!waiting.Row.AsSpan().SequenceEqual(row.Row))
                {
                    yield return (row.Key, Values(waiting), Values(row));
                }

                waiting = null;
                continue;
            }

            if (waiting is not null)
            {
                yield return Alone(waiting);
            }

            waiting = row;
        }

        if (waiting is not null)
        {
            yield return Alone(waiting);
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

    private static (string Key, string?[]? From, string?[]? To) Alone(SuspectRow row) => row.Side == 0 ? (row.Key, Values(row), null) : (row.Key, null, Values(row));

    private static string?[]? Values(SuspectRow row) => JsonSerializer.Deserialize<string?[]>(row.Values);

    private static byte[] Bytes(UInt128 hash)
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return bytes;
    }
}
