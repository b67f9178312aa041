using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Tests.Model.Keys;

/// <summary>A key of text.</summary>
[SyncEntity]
public sealed class Word
{
    [Key]
    public string Name { get; set; } = "";

    public string? Text { get; set; }
}
