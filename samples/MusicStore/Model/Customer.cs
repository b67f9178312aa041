using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;

namespace MusicStore.Model;

[SyncEntity]
public sealed class Customer
{
    public int CustomerId { get; set; }

    [StringLength(40)]
    public string FirstName { get; set; } = "";

    [StringLength(20)]
    public string LastName { get; set; } = "";

    [StringLength(80)]
    public string? Company { get; set; }

    [StringLength(70)]
    public string? Address { get; set; }

    [StringLength(40)]
    public string? City { get; set; }

    [StringLength(40)]
    public string? State { get; set; }

    [StringLength(40)]
    public string? Country { get; set; }

    [StringLength(10)]
    public string? PostalCode { get; set; }

    [StringLength(24)]
    public string? Phone { get; set; }

    [StringLength(24)]
    public string? Fax { get; set; }

    [StringLength(60)]
    public string Email { get; set; } = "";

    [ForeignKey(nameof(SupportRep))]
    public int? SupportRepId { get; set; }

    public Employee? SupportRep { get; set; }
}
