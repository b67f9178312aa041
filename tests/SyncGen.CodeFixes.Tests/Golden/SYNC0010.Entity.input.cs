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

[SyncEntity]
public class Draft
{
    public Guid Id { get; set; }
}

[SyncScope("notes", typeof(Note) /* and no other */, MayHandOn = true)]
[SyncTable(typeof(Draft), Direction = SyncDirection.UploadOnly)] // Up only.
public partial class NoteScope;
