using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Cycles;

/// <summary>Works for a firm.</summary>
[SyncEntity]
public sealed class Worker
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>The firm's key.</summary>
    [ForeignKey(nameof(Firm))]
    public int FirmId { get; set; }

    /// <summary>The firm.</summary>
    public Firm? Firm { get; set; }
}
