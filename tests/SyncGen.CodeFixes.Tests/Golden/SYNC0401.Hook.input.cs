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

[SyncScope("notes", typeof(Note))]
public partial class NoteScope
{
    // Ours.
    private static void OnNoteConflict(Conflict<Note> conflict, ref ConflictResolution<Note> resolution) // Decides.
    {
        resolution = ConflictResolution<Note>.KeepLocal;
    }
}

[SyncScope("more-notes", typeof(Note))]
public partial class MoreNoteScope
{
    void OnNoteConflict(Conflict<Note> conflict, ref ConflictResolution<Note> resolution) => resolution = ConflictResolution<Note>.KeepLocal;
}
