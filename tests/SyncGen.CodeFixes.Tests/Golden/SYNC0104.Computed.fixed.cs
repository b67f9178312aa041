using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

[SyncEntity]
public class Note
{
    /// <summary>The key.</summary>
    // A comment of its own.
    // Or so we thought.
    public Guid Id { get; set; }
}

[SyncEntity]
public class Mark
{
    [Key, DatabaseGenerated(DatabaseGeneratedOption.Computed)]
    public Guid Number { get; set; }
}

[SyncEntity]
public class Draft
{
    [Key]
    [DatabaseGenerated(DatabaseGeneratedOption.Computed)]
    public Guid Number { get; set; }
}
