// Databases: SqlServer
namespace Demo;

public enum Size : ushort { Small, Large }

[SyncEntity]
public class Everything
{
    public Guid Id { get; set; }
    public bool Boolean { get; set; }
    public byte Byte { get; set; }
    public sbyte SByte { get; set; }
    public short Int16 { get; set; }
    public ushort UInt16 { get; set; }
    public int Int32 { get; set; }
    public uint UInt32 { get; set; }
    public long Int64 { get; set; }
    public ulong UInt64 { get; set; }
    public float Single { get; set; }
    public double Double { get; set; }
    public decimal Decimal { get; set; }
    [MaxLength(20)] public string String { get; set; } = "";
    [Column(TypeName = "varchar(20)")] public string Typed { get; set; } = "";
    public char Char { get; set; }
    public DateTime DateTime { get; set; }
    public DateTimeOffset DateTimeOffset { get; set; }
    public DateOnly DateOnly { get; set; }
    public TimeOnly TimeOnly { get; set; }
    public TimeSpan TimeSpan { get; set; }
    public Guid? Guid { get; set; }
    public byte[]? Binary { get; set; }
    public Size ByNumber { get; set; }
    [SyncEnum(true)] public Size ByName { get; set; }
}
