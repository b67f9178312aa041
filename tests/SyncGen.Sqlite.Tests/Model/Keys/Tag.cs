using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Tests.Model.Keys;

/// <summary>A key whose case does not matter, and the model says so.</summary>
[SyncEntity]
public sealed class Tag
{
    [Key]
    [Column(TypeName = "TEXT COLLATE NOCASE")]
    public string Name { get; set; } = "";

    public string? Text { get; set; }
}
