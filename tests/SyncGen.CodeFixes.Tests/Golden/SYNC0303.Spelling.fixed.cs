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
public class Note
{
    public Guid Id { get; set; }

    public Guid FolderId { get; set; }
}

[SyncEntity]
public class Mark
{
    public Guid Id { get; set; }

    public Guid Owner { get; set; }

    [ForeignKey(nameof(Owner))] // On the navigation.
    public Folder? Folder { get; set; }
}

[SyncEntity]
public class Sign
{
    public Guid Id { get; set; }

    [ForeignKey("Nota")] // On the column.
    public Guid Other { get; set; }

    public Note? Note { get; set; }
}
