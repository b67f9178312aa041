using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;

namespace BranchOffices.Model;

/// <summary>An order. A salesman has those of his region.</summary>
[SyncEntity]
public sealed class Sale
{
    [Key]
    public int Id { get; set; }

    [ForeignKey(nameof(Customer))]
    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [SyncFilter("region"), MaxLength(20)]
    public string Region { get; set; } = "";

    [MaxLength(100)]
    public string Note { get; set; } = "";
}
