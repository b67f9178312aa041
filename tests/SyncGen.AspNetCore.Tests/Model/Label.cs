using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Tests.Model;

/// <summary>Has a key of texts, and a parent.</summary>
[SyncEntity]
public sealed record Label
{
    [Key]
    public string Name { get; set; } = "";

    [System.ComponentModel.DataAnnotations.Schema.ForeignKey(nameof(Item))]
    public Guid ItemId { get; set; }

    public Item? Item { get; set; }
}
