using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;

namespace MusicStore.Model;

[SyncEntity]
public sealed class Invoice
{
    public int InvoiceId { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public DateTime InvoiceDate { get; set; }

    [StringLength(70)]
    public string? BillingAddress { get; set; }

    [StringLength(40)]
    public string? BillingCity { get; set; }

    [StringLength(40)]
    public string? BillingState { get; set; }

    [StringLength(40)]
    public string? BillingCountry { get; set; }

    [StringLength(10)]
    public string? BillingPostalCode { get; set; }

    [Column(TypeName = "NUMERIC(10,2)")]
    public decimal Total { get; set; }

    public List<InvoiceLine> Lines { get; } = [];
}
