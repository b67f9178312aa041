using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Tests.Model.Keys;

/// <summary>A key of two columns.</summary>
[SyncEntity]
public sealed class Place
{
    [Key]
    [Column(Order = 0)]
    public string Country { get; set; } = "";

    [Key]
    [Column(Order = 1)]
    public int Number { get; set; }

    public string? Text { get; set; }
}
