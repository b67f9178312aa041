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
    typeof(Note), // The second.
    Conflicts = ConflictPolicy.ServerWins)]
public partial class NoteScope;

[SyncScope(
    "more-notes",
    typeof(Note), // The only one.
    typeof(Note))] // And this one.
public partial class MoreNoteScope;
