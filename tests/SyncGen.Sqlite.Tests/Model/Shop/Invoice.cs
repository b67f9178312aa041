using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Tests.Model.Shop;

[SyncEntity]
public sealed class Invoice
{
    [Key]
    public int Id { get; set; }

    [ForeignKey(nameof(Customer))]
    public int? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public string Text { get; set; } = "";
}
