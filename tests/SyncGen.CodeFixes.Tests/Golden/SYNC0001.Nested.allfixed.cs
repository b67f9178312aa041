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

// The outer one.
public static partial class Outer
{
    /// <summary>The notes.</summary>
    [SyncScope("notes", typeof(Note))] // With a name.
    public partial class NoteScope // Here.
    {
    }

    [SyncScope("more-notes", typeof(Note))]
    partial class MoreNoteScope; // There.
}
