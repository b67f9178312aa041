namespace SyncGen.Benchmarks.Stores;

/// <summary>A folder for database files that is gone after the benchmark.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("syncgen-benchmark-");
    private int _files;

    /// <summary>The path of a file that does not exist yet.</summary>
    public string NewFile() => Path.Combine(_folder.FullName, $"{++_files}.db");

    /// <summary>A copy of a database that nobody has open.</summary>
    public string Copy(string path)
    {
        var copy = NewFile();
        File.Copy(path, copy);
        return copy;
    }

    /// <summary>Removes a database that nobody has open.</summary>
    public static void Remove(string path)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(path + suffix);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
