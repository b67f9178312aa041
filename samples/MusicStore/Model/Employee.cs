using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;

namespace MusicStore.Model;

[SyncEntity]
public sealed class Employee
{
    public int EmployeeId { get; set; }

    [StringLength(20)]
    public string LastName { get; set; } = "";

    [StringLength(20)]
    public string FirstName { get; set; } = "";

    [StringLength(30)]
    public string? Title { get; set; }

    [ForeignKey(nameof(Manager))]
    public int? ReportsTo { get; set; }

    public Employee? Manager { get; set; }

    public DateTime? BirthDate { get; set; }

    public DateTime? HireDate { get; set; }

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
    public string? Email { get; set; }
}
