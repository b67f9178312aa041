using Microsoft.Data.Sqlite;

namespace MusicStore.Data;

/// <summary>A temporary folder for the databases; gone at the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("musicstore-").FullName;

    public string ConnectionString(string name) =>
        new SqliteConnectionStringBuilder { DataSource = File(name), Pooling = false }.ToString();

    /// <summary>Copies what is in a file, and not that it may only be read.</summary>
    public async Task CopyAsync(string source, string name)
    {
        await using var from = System.IO.File.OpenRead(source);
        await using var to = System.IO.File.Create(File(name));
        await from.CopyToAsync(to);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private string File(string name) => Path.Combine(_path, $"{name}.db");
}
