using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace QuickStart.Model;

[SyncEntity]
public sealed class Customer
{
    public Guid Id { get; set; }

    [StringLength(80)]
    public string Name { get; set; } = "";

    [StringLength(30)]
    public string? Phone { get; set; }

    public DateOnly Since { get; set; }

    public List<Site> Sites { get; } = [];
}
