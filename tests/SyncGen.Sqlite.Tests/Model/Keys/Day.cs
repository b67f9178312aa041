using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Tests.Model.Keys;

/// <summary>A key that one value can be written as in several ways.</summary>
[SyncEntity]
public sealed class Day
{
    [Key]
    public DateTime At { get; set; }

    public string? Text { get; set; }
}
