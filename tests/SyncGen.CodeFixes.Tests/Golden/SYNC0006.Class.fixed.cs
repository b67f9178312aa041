using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

/// <summary>A note.</summary>
// And a comment.
[SyncEntity]
public class Note
{
    public Guid Id { get; set; }
}

/// <summary>A draft.</summary>
[Table("drafts")] // By that name.
public sealed record Draft(Guid Id);

[SyncScope("notes", typeof(Note), typeof(Draft))]
public partial class NoteScope;
