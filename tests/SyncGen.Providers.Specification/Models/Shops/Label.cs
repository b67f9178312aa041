using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Shops;

/// <summary>A new entity. Its table comes first in the order of names, so that others get other places.</summary>
[SyncEntity]
public sealed class Label
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>What is labelled.</summary>
    [ForeignKey(nameof(Order))]
    public Guid? OrderId { get; set; }

    /// <summary>What is labelled.</summary>
    public Order? Order { get; set; }

    /// <summary>Text.</summary>
    public string Text { get; set; } = "";
}
