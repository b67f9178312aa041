using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Tests.Model.Values;

/// <summary>One column of each kind of type that SQLite lets programs store in several forms.</summary>
[SyncEntity]
public sealed class Mixed
{
    [Key]
    public int Id { get; set; }

    public DateTime? At { get; set; }

    public DateTimeOffset? Moment { get; set; }

    public DateOnly? Day { get; set; }

    public TimeOnly? Time { get; set; }

    public TimeSpan? Span { get; set; }

    public long? Count { get; set; }

    public decimal? Price { get; set; }

    public double? Ratio { get; set; }

    public bool? Flag { get; set; }

    public string? Text { get; set; }

    public char? Letter { get; set; }

    public Guid? Mark { get; set; }

    public byte[]? Bytes { get; set; }
}
