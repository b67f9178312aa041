using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Earlier;

[SyncEntity]
public sealed record Crate
{
    [Key]
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public int Count { get; set; }

    public string? Note { get; set; }

    /// <summary>A number in the model that follows.</summary>
    public string Code { get; set; } = "";

    /// <summary>Gone in the model that follows.</summary>
    public double Weight { get; set; }

    /// <summary>Gone in the model that follows, too.</summary>
    public DateTime? Packed { get; set; }
}
