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
public static class Outer
{
    /// <summary>The notes.</summary>
    [SyncScope("notes", typeof(Note))] // With a name.
    public class NoteScope // Here.
    {
    }

    [SyncScope("more-notes", typeof(Note))]
    class MoreNoteScope; // There.
}
