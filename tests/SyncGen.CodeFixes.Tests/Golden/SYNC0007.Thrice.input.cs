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

[SyncScope(
    "notes",
    typeof(Note), // The first.
    typeof(Note), typeof(Note), Conflicts = ConflictPolicy.ServerWins)]
public partial class NoteScope;
