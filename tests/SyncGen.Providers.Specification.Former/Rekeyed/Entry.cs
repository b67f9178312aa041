using System.ComponentModel.DataAnnotations;

namespace SyncGen.Providers.Specification.Former.Rekeyed;

/// <summary>An entry with another key.</summary>
[SyncEntity]
public sealed class Entry
{
    /// <summary>The key.</summary>
    [Key, MaxLength(100)]
    public string Code { get; set; } = "";
}
