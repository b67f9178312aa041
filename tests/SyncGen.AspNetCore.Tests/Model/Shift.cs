using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Tests.Model;

/// <summary>Has filter columns of many types.</summary>
[SyncEntity]
public sealed record Shift
{
    [Key]
    public int Id { get; set; }

    [SyncFilter("plant")]
    public Guid Plant { get; set; }

    [SyncFilter("day")]
    public DateOnly Day { get; set; }

    [SyncFilter("name")]
    public string? Name { get; set; }

    [SyncFilter("number")]
    public long Number { get; set; }
}
