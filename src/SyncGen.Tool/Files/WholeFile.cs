namespace SyncGen.Tool.Files;

/// <summary>Writes a file whole or not at all: a full disk leaves what was there before.</summary>
internal static class WholeFile
{
    /// <summary>What the file is called until it is whole.</summary>
    public const string Unfinished = ".syncgen-tmp";

    /// <summary>Writes a text beside its place, and then into it at once.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var next = path + Unfinished;
        try
        {
            await File.WriteAllTextAsync(next, text, cancellationToken);
            File.Move(next, path, overwrite: true);
        }
        finally
        {
            File.Delete(next);
        }
    }
}
