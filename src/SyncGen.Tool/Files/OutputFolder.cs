using SyncGen.CodeGeneration.Emission;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Files;

/// <summary>Writes files into a folder: only those that differ, and none by halves.</summary>
internal sealed class OutputFolder(string folder)
{
    /// <summary>The folder's full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(folder);

    /// <summary>Looks how files stand to what they should hold. Changes nothing.</summary>
    /// <param name="files">The files.</param>
    /// <param name="isOwned">Whether files that are there belong to their user, and stay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ToolException">A name is none on some system, or two are one.</exception>
    public async Task<IReadOnlyList<PlannedFile>> PlanAsync(IEnumerable<EmittedFile> files, bool isOwned, CancellationToken cancellationToken)
    {
        List<PlannedFile> plan = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!names.Add(file.Name))
            {
                throw new ToolException($"Two files would be named '{file.Name}', in whatever case. Rename what one of them is named after.");
            }

            var path = FileNames.Combine(Path, file.Name);
            plan.Add(new PlannedFile(file.Name, path, file.Text, await StateAsync(path, file.Text, isOwned, cancellationToken)));
        }

        return plan;
    }

    /// <summary>Writes what is wanted of a plan: first all texts beside their places, then each into its place at once.</summary>
    public static async Task WriteAsync(IReadOnlyList<PlannedFile> plan, CancellationToken cancellationToken)
    {
        PlannedFile[] wanted = [.. plan.Where(file => file.IsWanted)];
        try
        {
            foreach (var file in wanted)
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file.Path)!);
                File.Delete(file.Path + WholeFile.Unfinished);
                await File.WriteAllTextAsync(file.Path + WholeFile.Unfinished, file.Text, cancellationToken);
            }

            foreach (var file in wanted)
            {
                // One that came up since is its user's, too.
                File.Move(file.Path + WholeFile.Unfinished, file.Path, overwrite: file.State == FileState.Changed);
            }
        }
        finally
        {
            foreach (var file in wanted.Where(file => File.Exists(file.Path + WholeFile.Unfinished)))
            {
                File.Delete(file.Path + WholeFile.Unfinished);
            }
        }
    }

    private static async Task<FileState> StateAsync(string path, string text, bool isOwned, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return FileState.New;
        }

        var isSame = (await File.ReadAllTextAsync(path, cancellationToken)).ReplaceLineEndings("\n") == text.ReplaceLineEndings("\n");
        return isSame ? FileState.Unchanged : isOwned ? FileState.Kept : FileState.Changed;
    }
}
