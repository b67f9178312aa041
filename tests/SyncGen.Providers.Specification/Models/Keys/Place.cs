using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Keys;

/// <summary>A table with a name and columns that must be quoted, and a key of several types.</summary>
[SyncEntity]
[Table("Order \"Details\"; é")]
public sealed class Place
{
    /// <summary>First part of the key.</summary>
    [Key, Column("select", Order = 0)]
    public string Country { get; set; } = "";

    /// <summary>Second part of the key.</summary>
    [Key, Column("a\"b", Order = 1)]
    public long Number { get; set; }

    /// <summary>Text.</summary>
    [Column("été $1 @x :y")]
    public string? Note { get; set; }
}
