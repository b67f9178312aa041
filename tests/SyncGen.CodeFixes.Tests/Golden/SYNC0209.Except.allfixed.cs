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

[SyncScope("notes", typeof(Note))]
[SyncTable(typeof(Note), Except = [nameof(Note.Text)])] // Two.
public partial class NoteScope;

[SyncScope("more-notes", typeof(Note))]
[SyncTable(typeof(Note), Direction = SyncDirection.UploadOnly)] // One.
public partial class MoreNoteScope;
