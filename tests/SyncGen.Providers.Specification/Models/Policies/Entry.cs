using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Policies;

/// <summary>A row of every policy's scope: with a parent in its own table, and a code that tests make unique.</summary>
[SyncEntity]
public sealed class Entry
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>The parent's key.</summary>
    [ForeignKey(nameof(Parent))]
    public int? ParentId { get; set; }

    /// <summary>The parent.</summary>
    public Entry? Parent { get; set; }

    /// <summary>A column that tests make unique.</summary>
    [MaxLength(100)]
    public string? Code { get; set; }

    /// <summary>Text.</summary>
    public string Text { get; set; } = "";
}
