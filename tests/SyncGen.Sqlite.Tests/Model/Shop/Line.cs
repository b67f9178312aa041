using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Tests.Model.Shop;

[SyncEntity]
public sealed class Line
{
    [Key]
    public int Id { get; set; }

    [ForeignKey(nameof(Invoice))]
    public int? InvoiceId { get; set; }

    public Invoice? Invoice { get; set; }

    public string Text { get; set; } = "";
}
