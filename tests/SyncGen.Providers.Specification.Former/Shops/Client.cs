using System.ComponentModel.DataAnnotations;

namespace SyncGen.Providers.Specification.Former.Shops;

/// <summary>A parent, whose table gets another name.</summary>
[SyncEntity]
public sealed class Client
{
    /// <summary>The key.</summary>
    [Key]
    public Guid Id { get; set; }

    /// <summary>A column that gets another name.</summary>
    public string Name { get; set; } = "";

    /// <summary>A column that goes.</summary>
    public string Fax { get; set; } = "";
}
