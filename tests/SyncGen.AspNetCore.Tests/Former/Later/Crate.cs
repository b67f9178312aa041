using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Tests.Former.Later;

[SyncEntity]
public sealed record Crate
{
    [Key]
    public int Id { get; set; }

    /// <summary>New.</summary>
    public int Level { get; set; } = 7;

    /// <summary>A text in the model before.</summary>
    public int Code { get; set; }

    /// <summary>New, and no text that is empty.</summary>
    [SyncEnum(byName: true)]
    public Grade Grade { get; set; } = Grade.Good;

    /// <summary>Not nullable any more.</summary>
    public string Note { get; set; } = "";

    /// <summary>Nullable now.</summary>
    public int? Count { get; set; }

    /// <summary>New, and may be null.</summary>
    public string? Label { get; set; }

    public string Title { get; set; } = "";
}
