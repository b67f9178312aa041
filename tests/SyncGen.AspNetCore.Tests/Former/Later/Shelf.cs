using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Tests.Former.Later;

/// <summary>Its table is new.</summary>
[SyncEntity]
public sealed record Shelf
{
    [Key]
    public int Id { get; set; }

    public string Name { get; set; } = "";
}
