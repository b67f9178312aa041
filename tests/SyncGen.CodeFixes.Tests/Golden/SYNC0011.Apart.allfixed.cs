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
[SyncTable(typeof(Note), Direction = SyncDirection.UploadOnly, Conflicts = ConflictPolicy.ServerWins, Except = [nameof(Note.Text)])]
// The server has the last word.
public partial class NoteScope;
