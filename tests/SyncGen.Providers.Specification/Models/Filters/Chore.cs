using System.ComponentModel.DataAnnotations;

namespace SyncGen.Providers.Specification.Models.Filters;

/// <summary>A row that belongs to one person.</summary>
[SyncEntity]
public sealed class Chore
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    [SyncFilter("owner"), MaxLength(20)]
    public string Owner { get; set; } = "";

    /// <summary>Content that no filter looks at.</summary>
    [MaxLength(50)]
    public string Text { get; set; } = "";
}
