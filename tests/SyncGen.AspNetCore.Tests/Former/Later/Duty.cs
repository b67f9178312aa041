using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Tests.Former.Later;

[SyncEntity, SyncFormerNames("Job")]
public sealed record Duty
{
    [Key]
    public int Id { get; set; }

    [SyncFormerNames("Name")]
    public string Title { get; set; } = "";

    public int Hours { get; set; }

    /// <summary>New.</summary>
    public int Priority { get; set; }

    /// <summary>New.</summary>
    public string? Comment { get; set; }
}
