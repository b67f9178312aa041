using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.AspNetCore.Tests.Former.Later;

[SyncEntity]
public sealed record Slot
{
    [Key, Column(Order = 0)]
    public int Aisle { get; set; }

    [Key, Column(Order = 1)]
    public string Place { get; set; } = "";

    /// <summary>New.</summary>
    public bool Cooled { get; set; }

    public string Holds { get; set; } = "";
}
