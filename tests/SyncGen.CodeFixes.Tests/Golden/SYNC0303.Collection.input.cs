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

    [ForeignKey("FolderIdd")] // Of the notes.
    public List<Note> Notes { get; } = [];
}

[SyncEntity]
public class Note
{
    public Guid Id { get; set; }

    public Guid FolderId { get; set; }
}
