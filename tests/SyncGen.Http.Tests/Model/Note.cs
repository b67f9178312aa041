using System.ComponentModel.DataAnnotations;

namespace SyncGen.Http.Tests.Model;

/// <summary>A row of some text.</summary>
[SyncEntity]
public sealed class Note
{
    [Key]
    public long Id { get; set; }

    public string Text { get; set; } = "";
}
