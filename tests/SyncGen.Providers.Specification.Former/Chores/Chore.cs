using System.ComponentModel.DataAnnotations;

namespace SyncGen.Providers.Specification.Former.Chores;

/// <summary>A row that everybody had, before it belonged to one person.</summary>
[SyncEntity]
public sealed class Chore
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    [MaxLength(20)]
    public string Owner { get; set; } = "";

    /// <summary>Content.</summary>
    [MaxLength(50)]
    public string Text { get; set; } = "";
}
