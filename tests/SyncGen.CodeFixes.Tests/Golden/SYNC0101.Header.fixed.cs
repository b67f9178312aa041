using System;

// This heads the file.

/// <summary>A note.</summary>
[SyncGen.SyncEntity]
public class Note
{
    public Guid Id { get; set; }

    // What it says.
    public string Text { get; set; } = "";
}
