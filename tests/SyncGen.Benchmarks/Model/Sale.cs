using System.ComponentModel.DataAnnotations;

namespace SyncGen.Benchmarks.Model;

/// <summary>A row as applications have them: ten columns, a quarter of a kilobyte.</summary>
[SyncEntity]
public sealed class Sale
{
    [Key]
    public Guid Id { get; set; }

    public string Customer { get; set; } = "";

    public string Product { get; set; } = "";

    public string Address { get; set; } = "";

    public decimal Amount { get; set; }

    public int Quantity { get; set; }

    public DateTime Ordered { get; set; }

    public DateTime Shipped { get; set; }

    public string? Remark { get; set; }

    public bool Paid { get; set; }
}
