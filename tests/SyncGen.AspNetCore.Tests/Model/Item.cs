using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Tests.Model;

[SyncEntity]
public sealed record Item
{
    [Key]
    public Guid Id { get; set; }

    public string Title { get; set; } = "";

    public decimal Price { get; set; }

    public DateTime? Sold { get; set; }
}
