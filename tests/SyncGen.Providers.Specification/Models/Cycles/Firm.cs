using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Cycles;

/// <summary>Has workers, one of which is its head.</summary>
[SyncEntity]
public sealed class Firm
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>The head's key.</summary>
    [ForeignKey(nameof(Head))]
    public int? HeadId { get; set; }

    /// <summary>The head.</summary>
    public Worker? Head { get; set; }
}
