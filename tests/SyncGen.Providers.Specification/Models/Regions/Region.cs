using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Regions;

/// <summary>A child in whose key its parent's is.</summary>
[SyncEntity]
public sealed class Region
{
    /// <summary>The parent's key.</summary>
    [Key, Column(Order = 0), ForeignKey(nameof(Country)), MaxLength(10)]
    public string CountryCode { get; set; } = "";

    /// <summary>The rest of the key.</summary>
    [Key, Column(Order = 1)]
    public int Number { get; set; }

    /// <summary>The parent.</summary>
    public Country Country { get; set; } = null!;

    /// <summary>Text.</summary>
    [MaxLength(100)]
    public string Name { get; set; } = "";
}
