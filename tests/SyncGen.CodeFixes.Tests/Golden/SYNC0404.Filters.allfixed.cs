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

    [SyncFilter("owner")]
    public string Owner { get; set; } = "";

    public string Text { get; set; } = "";
}

[SyncScope("notes", typeof(Note))]
[SyncTable(typeof(Note), Only = [nameof(Note.Text), nameof(Note.Owner)])] // Text alone.
public partial class NoteScope;

[SyncScope("more-notes", typeof(Note))]
[SyncTable(typeof(Note), Except = [nameof(Note.Text)])]
public partial class MoreNoteScope;

[SyncScope("all-notes", typeof(Note))]
[SyncTable(typeof(Note))]
public partial class AllNoteScope;
