using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Files;

/// <summary>A database of SQLite's own in-memory file system, which all connections of this process share, and whose size has a limit: a disk that fills up.</summary>
internal sealed class MemoryDisk : IDisposable
{
    /// <summary>SQLITE_FCNTL_SIZE_LIMIT.</summary>
    private const int SizeLimit = 36;

    /// <summary>SQLITE_FULL.</summary>
    private const int Full = 13;

    private readonly string _source = $"file:/{Guid.NewGuid():N}.db?vfs=memdb";
    private readonly SqliteConnection _connection;

    public MemoryDisk()
    {
        _connection = new SqliteConnection(ConnectionString);
        _connection.Open();
        Database = new Database(_source);
    }

    public Database Database { get; }

    public string ConnectionString => $"Data Source={_source}";

    public long Size => (long)Database.Scalar("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")!;

    /// <summary>Leaves so much room beyond what is used now.</summary>
    public void Leave(long bytes) => Limit(Size + bytes);

    /// <summary>Runs a statement with as little room as it needs: SQLite would make more, and keep it.</summary>
    public void ExecuteTightly(string sql)
    {
        for (var room = 0; ; room += 4096)
        {
            Leave(room);
            try
            {
                Database.Execute(sql);
                return;
            }
            catch (SqliteException full) when (full.SqliteErrorCode == Full)
            {
                continue;
            }
        }
    }

    /// <summary>Makes room for all that may come.</summary>
    public void Free() => Limit(1 << 30);

    public void Dispose()
    {
        Database.Dispose();
        _connection.Dispose();
    }

    private void Limit(long bytes)
    {
        var wanted = bytes;
        var code = Control(_connection.Handle!.DangerousGetHandle(), "main\0"u8.ToArray(), SizeLimit, ref bytes);
        Assert.Equal((0, wanted), (code, bytes));
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int Control(IntPtr connection, byte[] database, int operation, ref long argument);
}
