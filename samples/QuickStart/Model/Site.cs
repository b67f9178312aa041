using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace QuickStart.Model;

/// <summary>A place of a customer where something can break.</summary>
[SyncEntity]
public sealed class Site
{
    public Guid Id { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [StringLength(80)]
    public string Street { get; set; } = "";

    [StringLength(40)]
    public string Town { get; set; } = "";
}
