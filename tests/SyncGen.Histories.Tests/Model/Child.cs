using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Histories.Tests.Model;

/// <summary>A row that cannot be without its <see cref="Item"/>, and whose key is no number.</summary>
[SyncEntity]
public sealed class Child
{
    [Key]
    public string Key { get; set; } = "";

    public int Value { get; set; }

    [ForeignKey(nameof(Item))]
    public int ItemKey { get; set; }

    public Item? Item { get; set; }
}
