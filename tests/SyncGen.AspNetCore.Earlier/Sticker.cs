using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Earlier;

/// <summary>Its table is gone in the model that follows.</summary>
[SyncEntity]
public sealed record Sticker
{
    [Key]
    public string Name { get; set; } = "";

    public string Text { get; set; } = "";
}
