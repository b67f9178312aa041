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

    /// <summary>Its colour.</summary>
    public int Colour { get; set; } // A number.

    [Column("shade"), SyncEnum(byName: true)]
    public int Shade { get; set; }

    [SyncEnum(byName: false), Column("tint")]
    public int Tint { get; set; }
}
