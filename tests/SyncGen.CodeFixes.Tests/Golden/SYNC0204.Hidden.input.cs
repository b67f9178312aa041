using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

[SyncEntity]
public class Note
{
    /// <summary>For nobody.</summary>
    private Note() // Yet.
    {
    }

    public Note(int weight) => Weight = weight * 2;

    public Guid Id { get; set; }

    public int Weight { get; }
}

[SyncEntity]
public class Draft
{
    Draft()
    {
    }

    public Guid Id { get; set; }
}
