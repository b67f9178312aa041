using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Earlier;

[SyncEntity]
public sealed record Job
{
    [Key]
    public int Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Gone in the model that follows.</summary>
    public string? Remark { get; set; }

    public int Hours { get; set; }
}
