// Databases: None
namespace Demo;

public enum Small : byte { A, B }

[SyncEntity]
public class NullableScalars
{
    public int Id { get; set; }
    public bool? Boolean { get; set; }
    public byte? Byte { get; set; }
    public sbyte? SByte { get; set; }
    public short? Int16 { get; set; }
    public ushort? UInt16 { get; set; }
    public int? Int32 { get; set; }
    public uint? UInt32 { get; set; }
    public long? Int64 { get; set; }
    public ulong? UInt64 { get; set; }
    public float? Single { get; set; }
    public double? Double { get; set; }
    public decimal? Decimal { get; set; }
    public string? String { get; set; }
    public char? Char { get; set; }
    public DateTime? DateTime { get; set; }
    public DateTimeOffset? DateTimeOffset { get; set; }
    public DateOnly? DateOnly { get; set; }
    public TimeOnly? TimeOnly { get; set; }
    public TimeSpan? TimeSpan { get; set; }
    public Guid? Guid { get; set; }
    public byte[]? Binary { get; set; }
    public Small? Small { get; set; }
}
