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

    public string? Textual { get; set; }
}

[SyncScope("notes", typeof(Note))]
[SyncTable(typeof(Note), Only = [nameof(Note.Text) /* misspelt */, nameof(Note.Textual)])]
public partial class NoteScope;

[SyncScope("more-notes", typeof(Note))]
[SyncTable(typeof(Note), Except = new[] { nameof(Note.Textual) })] // An array.
public partial class MoreNoteScope;
