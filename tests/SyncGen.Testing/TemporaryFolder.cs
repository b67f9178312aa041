namespace SyncGen.Testing;

/// <summary>A new folder that is gone, with all that lies in it, when the test is over.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder. Its name holds a blank, since users' folders do.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("syncgen test ").FullName;

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>The full path of a file in the folder; makes nothing.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
