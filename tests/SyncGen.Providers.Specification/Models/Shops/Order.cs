using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Shops;

/// <summary>The child.</summary>
[SyncEntity]
public sealed class Order
{
    /// <summary>The key.</summary>
    [Key]
    public Guid Id { get; set; }

    /// <summary>The parent's key.</summary>
    [ForeignKey(nameof(Customer)), SyncFormerNames("ClientId")]
    public Guid? CustomerId { get; set; }

    /// <summary>The parent.</summary>
    public Customer? Customer { get; set; }

    /// <summary>A column that stays.</summary>
    public int Amount { get; set; }

    /// <summary>A new column.</summary>
    public DateTime? Shipped { get; set; }
}
