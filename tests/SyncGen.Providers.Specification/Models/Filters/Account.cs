using System.ComponentModel.DataAnnotations;

namespace SyncGen.Providers.Specification.Models.Filters;

/// <summary>A customer in a region.</summary>
[SyncEntity]
public sealed class Account
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>Where it is.</summary>
    [SyncFilter("region", IsList = true), MaxLength(20)]
    public string Region { get; set; } = "";

    /// <summary>Content that no filter looks at.</summary>
    [MaxLength(50)]
    public string Text { get; set; } = "";
}
