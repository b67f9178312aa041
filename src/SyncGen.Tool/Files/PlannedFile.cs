namespace SyncGen.Tool.Files;

/// <summary>A file as it should be.</summary>
/// <param name="Name">Its path within the folder, with slashes.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Text">What it should hold.</param>
/// <param name="State">How it stands to that.</param>
internal sealed record PlannedFile(string Name, string Path, string Text, FileState State)
{
    /// <summary>Whether it is to be written.</summary>
    public bool IsWanted => State is FileState.New or FileState.Changed;

    /// <summary>What became of it, or would.</summary>
    public string Told(bool isDryRun) => State switch
    {
        FileState.Kept => $"{Name} is yours and differs: it stays. Delete it to have it written anew.",
        FileState.Unchanged => $"{Name} is as it should be.",
        _ => isDryRun ? $"Would write {Name}." : $"Wrote {Name}.",
    };
}
