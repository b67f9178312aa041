// This heads the file.

/// <summary>A note.</summary>
[SyncGen.SyncEntity]
public class Note
{
    // What it says.
    public string Text { get; set; } = "";
}
