using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

[SyncEntity]
public class Note
{
    public Guid? /* in truth never null */ Id { get; set; } // The key.
}

[SyncEntity]
public class Mark
{
    // A text.
    public string? Id { get; set; } // With a comment.
}

[SyncEntity]
public record Draft(Nullable<int> Id);
