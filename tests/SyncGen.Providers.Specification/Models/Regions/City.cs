using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Regions;

/// <summary>A grandchild.</summary>
[SyncEntity]
public sealed class City
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>The parent's key.</summary>
    [MaxLength(10)]
    public string? CountryCode { get; set; }

    /// <summary>The rest of the parent's key.</summary>
    public int? RegionNumber { get; set; }

    /// <summary>The parent.</summary>
    [ForeignKey("CountryCode, RegionNumber")]
    public Region? Region { get; set; }
}
