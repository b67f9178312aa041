using Microsoft.Data.Sqlite;

namespace QuickStart.Data;

/// <summary>Where the databases lie: a folder of the user's choice, or a temporary one that is gone at the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly string _path;
    private readonly bool _isTemporary;
    private readonly FileStream _lock;

    private WorkFolder(string path, bool isTemporary)
    {
        _path = path;
        _isTemporary = isTemporary;
        // Two runs in one folder would delete each other's databases. The lock ends with the process, also with one that is killed.
        _lock = new FileStream(Path.Combine(path, "run.lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
    }

    public static WorkFolder Temporary() => new(Directory.CreateTempSubdirectory("quickstart-").FullName, isTemporary: true);

    /// <summary>A folder of our own within the user's, since what lies there under our names is deleted.</summary>
    public static WorkFolder Within(string path) =>
        new(Directory.CreateDirectory(Path.Combine(path, "quickstart")).FullName, isTemporary: false);

    /// <summary>A connection string for a new database: what an earlier run left under this name is deleted.</summary>
    public string NewDatabase(string name)
    {
        var file = Path.Combine(_path, $"{name}.db");
        foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(file + suffix);
        }

        return new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
    }

    public void Dispose()
    {
        _lock.Dispose();
        if (_isTemporary)
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
