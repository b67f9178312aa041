using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

[SyncEntity]
public class Note
{
    public Guid Id { get; set; }

    public string Text { get; set; } = "";
}

/// <summary>The notes.</summary>
[SyncScope("notes", typeof(Note))]
// Up only.
[SyncTable(typeof(Note), Direction = SyncDirection.UploadOnly)]
[SyncTable(typeof(Note), Conflicts = ConflictPolicy.ServerWins)] // The server has the last word.
[SyncTable(typeof(Note), Except = [nameof(Note.Text)])]
public partial class NoteScope;
