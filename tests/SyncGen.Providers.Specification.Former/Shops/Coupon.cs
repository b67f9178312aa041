using System.ComponentModel.DataAnnotations;

namespace SyncGen.Providers.Specification.Former.Shops;

/// <summary>An entity that goes.</summary>
[SyncEntity]
public sealed class Coupon
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>Text.</summary>
    public string Code { get; set; } = "";
}
