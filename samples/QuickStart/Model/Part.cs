using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace QuickStart.Model;

[SyncEntity]
public sealed class Part
{
    [Key]
    [StringLength(20)]
    public string Number { get; set; } = "";

    [StringLength(80)]
    public string Name { get; set; } = "";

    public decimal Price { get; set; }
}
