using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Filters;

/// <summary>A row that has no filter of its own, and perhaps no parent.</summary>
[SyncEntity]
public sealed class Remark
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>The deal, if it is about one.</summary>
    [ForeignKey(nameof(Deal))]
    public int? DealId { get; set; }

    /// <summary>The deal, if it is about one.</summary>
    public Deal? Deal { get; set; }

    /// <summary>Content that no filter looks at.</summary>
    [MaxLength(50)]
    public string Text { get; set; } = "";
}
