using System.ComponentModel.DataAnnotations;

namespace SyncGen.OData.Tests.Model;

/// <summary>A column of every type that the original knows. It takes null for texts and bytes whether or not they may be.</summary>
[SyncEntity]
internal sealed record AllTypes
{
    [Key]
    public int ID { get; init; }

    public bool BoolV { get; init; }

    public bool? BoolN { get; init; }

    public byte ByteV { get; init; }

    public byte? ByteN { get; init; }

    public short ShortV { get; init; }

    public short? ShortN { get; init; }

    public int IntV { get; init; }

    public int? IntN { get; init; }

    public long LongV { get; init; }

    public long? LongN { get; init; }

    public float FloatV { get; init; }

    public float? FloatN { get; init; }

    public double DoubleV { get; init; }

    public double? DoubleN { get; init; }

    public decimal DecimalV { get; init; }

    public decimal? DecimalN { get; init; }

    public DateTime DateTimeV { get; init; }

    public DateTime? DateTimeN { get; init; }

    public DateTimeOffset DateTimeOffsetV { get; init; }

    public DateTimeOffset? DateTimeOffsetN { get; init; }

    public TimeSpan TimeV { get; init; }

    public TimeSpan? TimeN { get; init; }

    public Guid GuidV { get; init; }

    public Guid? GuidN { get; init; }

    public byte[]? BinaryV { get; init; }

    public byte[]? BinaryN { get; init; }

    public string? StringV { get; init; }

    public string? StringN { get; init; }

    public sbyte SByteV { get; init; }

    public sbyte? SByteN { get; init; }
}
