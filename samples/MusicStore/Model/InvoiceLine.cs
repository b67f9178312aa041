using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;

namespace MusicStore.Model;

[SyncEntity]
public sealed class InvoiceLine
{
    public int InvoiceLineId { get; set; }

    public int InvoiceId { get; set; }

    public Invoice? Invoice { get; set; }

    public int TrackId { get; set; }

    public Track? Track { get; set; }

    [Column(TypeName = "NUMERIC(10,2)")]
    public decimal UnitPrice { get; set; }

    public int Quantity { get; set; }
}
