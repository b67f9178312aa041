using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Former.Shops;

/// <summary>A child, whose table keeps its name.</summary>
[SyncEntity]
public sealed class Order
{
    /// <summary>The key.</summary>
    [Key]
    public Guid Id { get; set; }

    /// <summary>The parent's key, whose column gets another name.</summary>
    [ForeignKey(nameof(Client))]
    public Guid? ClientId { get; set; }

    /// <summary>The parent.</summary>
    public Client? Client { get; set; }

    /// <summary>A column that stays.</summary>
    public int Amount { get; set; }

    /// <summary>A column that goes, and may be null.</summary>
    public string? Remark { get; set; }
}
