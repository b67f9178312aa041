using System.ComponentModel.DataAnnotations;

namespace SyncGen.Providers.Specification.Models.Shops;

/// <summary>The parent under its later name.</summary>
[SyncEntity, SyncFormerNames("Client")]
public sealed class Customer
{
    /// <summary>The key, under its later name.</summary>
    [Key, SyncFormerNames("Id")]
    public Guid Number { get; set; }

    /// <summary>A column under its later name.</summary>
    [SyncFormerNames("Caption", "Name")]
    public string FullName { get; set; } = "";

    /// <summary>A new column that may be null.</summary>
    public string? Phone { get; set; }

    /// <summary>A new column that may not.</summary>
    public int Rating { get; set; }

    /// <summary>Another, of which no value is empty.</summary>
    [SyncEnum(byName: true)]
    public Standing Standing { get; set; }
}
