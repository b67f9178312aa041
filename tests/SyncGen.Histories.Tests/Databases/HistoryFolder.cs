namespace SyncGen.Histories.Tests.Databases;

/// <summary>A folder for many small databases, in memory where the system has such a place. Gone after the test.</summary>
internal sealed class HistoryFolder : IDisposable
{
    private const string SharedMemory = "/dev/shm";

    private readonly DirectoryInfo _folder = Directory.Exists(SharedMemory)
        ? Directory.CreateDirectory(System.IO.Path.Combine(SharedMemory, $"syncgen-{Guid.NewGuid():N}"))
        : Directory.CreateTempSubdirectory("syncgen-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
