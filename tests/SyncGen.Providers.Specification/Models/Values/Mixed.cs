using System.ComponentModel.DataAnnotations;

namespace SyncGen.Providers.Specification.Models.Values;

/// <summary>A column of every type.</summary>
[SyncEntity]
public sealed record Mixed
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; init; }

    /// <summary>A value of its type.</summary>
    public bool? Flag { get; init; }

    /// <summary>A value of its type.</summary>
    public byte? Tiny { get; init; }

    /// <summary>A value of its type.</summary>
    public sbyte? SignedTiny { get; init; }

    /// <summary>A value of its type.</summary>
    public short? Small { get; init; }

    /// <summary>A value of its type.</summary>
    public ushort? UnsignedSmall { get; init; }

    /// <summary>A value of its type.</summary>
    public int? Number { get; init; }

    /// <summary>A value of its type.</summary>
    public uint? UnsignedNumber { get; init; }

    /// <summary>A value of its type.</summary>
    public long? Big { get; init; }

    /// <summary>A value of its type.</summary>
    public ulong? UnsignedBig { get; init; }

    /// <summary>A value of its type.</summary>
    public float? Single { get; init; }

    /// <summary>A value of its type.</summary>
    public double? Double { get; init; }

    /// <summary>A value of its type.</summary>
    public decimal? Exact { get; init; }

    /// <summary>A value of its type.</summary>
    public string? Text { get; init; }

    /// <summary>A value of its type.</summary>
    public char? Letter { get; init; }

    /// <summary>A value of its type.</summary>
    public DateTime? At { get; init; }

    /// <summary>A value of its type.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>A value of its type.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>A value of its type.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>A value of its type.</summary>
    public TimeSpan? Span { get; init; }

    /// <summary>A value of its type.</summary>
    public Guid? Mark { get; init; }

    /// <summary>A value of its type.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>By its number.</summary>
    public DayOfWeek? Weekday { get; init; }
}
