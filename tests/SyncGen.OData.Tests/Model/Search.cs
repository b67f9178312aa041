using System.ComponentModel.DataAnnotations;

namespace SyncGen.OData.Tests.Model;

/// <summary>Has a filter column of every type that may be one.</summary>
[SyncEntity]
internal sealed record Search
{
    [Key]
    public int ID { get; init; }

    [SyncFilter("bool")]
    public bool BoolV { get; init; }

    [SyncFilter("byte")]
    public byte ByteV { get; init; }

    [SyncFilter("sbyte")]
    public sbyte SByteV { get; init; }

    [SyncFilter("short")]
    public short ShortV { get; init; }

    [SyncFilter("ushort")]
    public ushort UShortV { get; init; }

    [SyncFilter("int")]
    public int IntV { get; init; }

    [SyncFilter("uint")]
    public uint UIntV { get; init; }

    [SyncFilter("long")]
    public long LongV { get; init; }

    [SyncFilter("ulong")]
    public ulong ULongV { get; init; }

    [SyncFilter("char")]
    public char CharV { get; init; }

    [SyncFilter("text")]
    public string? StringV { get; init; }

    [SyncFilter("time")]
    public DateTime DateTimeV { get; init; }

    [SyncFilter("moment")]
    public DateTimeOffset? DateTimeOffsetV { get; init; }

    [SyncFilter("day")]
    public DateOnly DateOnlyV { get; init; }

    [SyncFilter("hour")]
    public TimeOnly TimeOnlyV { get; init; }

    [SyncFilter("span")]
    public TimeSpan TimeSpanV { get; init; }

    [SyncFilter("guid")]
    public Guid GuidV { get; init; }
}
