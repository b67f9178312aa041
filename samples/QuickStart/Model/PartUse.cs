using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace QuickStart.Model;

/// <summary>How many of a part an order took, and at which price: one row for each order and part.</summary>
[SyncEntity]
public sealed class PartUse
{
    [Key]
    public Guid WorkOrderId { get; set; }

    public WorkOrder? WorkOrder { get; set; }

    [Key]
    [StringLength(20)]
    public string PartNumber { get; set; } = "";

    public Part? Part { get; set; }

    public int Quantity { get; set; }

    public decimal UnitPrice { get; set; }
}
