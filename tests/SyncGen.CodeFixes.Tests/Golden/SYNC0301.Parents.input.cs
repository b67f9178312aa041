using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

[SyncEntity]
public class Folder
{
    public Guid Id { get; set; }
}

[SyncEntity]
public class Person
{
    public Guid Id { get; set; }
}

[SyncEntity]
public class Note
{
    public Guid Id { get; set; }

    public Guid FolderId { get; set; }

    public Folder? Folder { get; set; }

    public Guid WriterId { get; set; }

    public Person? Writer { get; set; }
}

[SyncScope("notes", typeof(Note), Conflicts = ConflictPolicy.ServerWins)] // Their writers, too?
public partial class NoteScope;

[SyncScope("more-notes", entities: [typeof(Note), typeof(Folder)])]
public partial class MoreNoteScope;

[SyncScope("all-notes", new[] { typeof(Note), typeof(Folder) })]
public partial class AllNoteScope;
