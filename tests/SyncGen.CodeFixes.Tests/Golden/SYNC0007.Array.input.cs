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
}

// One of them is too much.
[SyncScope("notes", entities: [typeof(Note), typeof(Note)])]
public partial class NoteScope;
