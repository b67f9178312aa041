using System.ComponentModel.DataAnnotations;

namespace SyncGen.Providers.Specification.Models.Regions;

/// <summary>A parent whose key applications change.</summary>
[SyncEntity]
public sealed class Country
{
    /// <summary>The key.</summary>
    [Key, MaxLength(10)]
    public string Code { get; set; } = "";

    /// <summary>Text.</summary>
    [MaxLength(100)]
    public string Name { get; set; } = "";
}
