using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;

namespace BranchOffices.Model;

/// <summary>What was ordered. It goes where its order goes.</summary>
[SyncEntity]
public sealed class SaleLine
{
    [Key]
    public int Id { get; set; }

    [ForeignKey(nameof(Sale))]
    public int SaleId { get; set; }

    public Sale? Sale { get; set; }

    [MaxLength(50)]
    public string Product { get; set; } = "";

    public int Quantity { get; set; }
}
