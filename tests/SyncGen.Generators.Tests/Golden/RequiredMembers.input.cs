// Databases: None
using System.Diagnostics.CodeAnalysis;

namespace Demo;

[SyncEntity]
public class Invoice
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string? Note { get; set; }
    public required decimal Total { get; set; }
    public required Customer Customer { get; set; }
    public Guid CustomerId { get; set; }
    [NotMapped]
    public required object Cache;
    public required byte[] Secret { get; set; }
}

[SyncEntity]
public class Customer
{
    [SetsRequiredMembers]
    public Customer() => Name = "";

    public Guid Id { get; set; }
    public required string Name { get; set; }
    public Guid? FirstInvoiceId { get; set; }
    public Invoice? FirstInvoice { get; set; }
}

[SyncScope("invoices", typeof(Invoice), typeof(Customer))]
[SyncTable(typeof(Invoice), Except = [nameof(Invoice.Secret)])]
public partial class InvoiceScope;
