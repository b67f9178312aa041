using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

[SyncEntity]
public class Note
{
    // What it says.
    public string Text { get; set; } = "";

    /// <summary>Its number.</summary>
    public Guid NoteNumber { get; set; } // Given by hand.
}

[SyncEntity]
public class Mark
{
    public int Weight { get; set; }

    // No name of a key, but nothing else can be it.
    [Column("g")]
    public Guid Global { get; set; }

    public Guid NoteId { get; set; }

    public Note? Note { get; set; }
}
