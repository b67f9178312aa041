using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Tests.Former.Later;

/// <summary>New.</summary>
[SyncEntity]
public sealed record Badge
{
    [Key]
    public int Id { get; set; }

    public string Text { get; set; } = "";
}
