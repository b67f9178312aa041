using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.AspNetCore.Earlier;

/// <summary>Has a key of two columns.</summary>
[SyncEntity]
public sealed record Slot
{
    [Key, Column(Order = 0)]
    public int Aisle { get; set; }

    [Key, Column(Order = 1)]
    public string Place { get; set; } = "";

    public string Holds { get; set; } = "";
}
