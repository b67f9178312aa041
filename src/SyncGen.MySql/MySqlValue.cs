using System.Runtime.CompilerServices;

namespace SyncGen.MySql;

/// <summary>A value on its way between a row and the database, of whatever type, without boxing.</summary>
internal readonly struct MySqlValue
{
    private readonly Words _words;
    private readonly object? _reference;

    private MySqlValue(MySqlValueKind kind, Words words = default, object? reference = null)
    {
        Kind = kind;
        _words = words;
        _reference = reference;
    }

    private MySqlValue(MySqlValueKind kind, long number) : this(kind, new Words(number, 0))
    {
    }

    public MySqlValueKind Kind { get; }

    public static MySqlValue Null => default;

    public bool IsNull => Kind == MySqlValueKind.Null;

    public bool AsBoolean => _words.First != 0;

    public long AsInteger => _words.First;

    public double AsReal => BitConverter.Int64BitsToDouble(_words.First);

    public decimal AsNumber => Unsafe.BitCast<Words, decimal>(_words);

    public string AsText => (string)_reference!;

    public byte[] AsBinary => (byte[])_reference!;

    public Guid AsGuid => Unsafe.BitCast<Words, Guid>(_words);

    public DateTime AsDateTime => new(_words.First, DateTimeKind.Unspecified);

    public DateTimeOffset AsMoment => new(_words.First, new TimeSpan(_words.Second));

    public DateOnly AsDate => DateOnly.FromDayNumber((int)_words.First);

    public TimeOnly AsTime => new(_words.First);

    public TimeSpan AsInterval => new(_words.First);

    /// <summary>How many bytes the value counts for.</summary>
    public int Size => Kind switch
    {
        MySqlValueKind.Null => 0,
        MySqlValueKind.Text => AsText.Length,
        MySqlValueKind.Binary => AsBinary.Length,
        MySqlValueKind.Guid or MySqlValueKind.Number => 16,
        _ => 8,
    };

    public static MySqlValue Of(bool value) => new(MySqlValueKind.Boolean, value ? 1 : 0);

    public static MySqlValue Of(long value) => new(MySqlValueKind.Integer, value);

    public static MySqlValue Of(double value) => new(MySqlValueKind.Real, BitConverter.DoubleToInt64Bits(value));

    public static MySqlValue Of(decimal value) => new(MySqlValueKind.Number, Unsafe.BitCast<decimal, Words>(value));

    public static MySqlValue Of(string value) => new(MySqlValueKind.Text, reference: value);

    public static MySqlValue Of(byte[] value) => new(MySqlValueKind.Binary, reference: value);

    public static MySqlValue Of(Guid value) => new(MySqlValueKind.Guid, Unsafe.BitCast<Guid, Words>(value));

    public static MySqlValue Of(DateTime value) => new(MySqlValueKind.DateTime, value.Ticks);

    public static MySqlValue Of(DateTimeOffset value) => new(MySqlValueKind.Moment, new Words(value.Ticks, value.Offset.Ticks));

    public static MySqlValue Of(DateOnly value) => new(MySqlValueKind.Date, value.DayNumber);

    public static MySqlValue Of(TimeOnly value) => new(MySqlValueKind.Time, value.Ticks);

    public static MySqlValue Of(TimeSpan value) => new(MySqlValueKind.Interval, value.Ticks);

    /// <summary>Something that .NET has no value for.</summary>
    public static MySqlValue Unreadable(string what) => new(MySqlValueKind.Unreadable, reference: what);

    private readonly record struct Words(long First, long Second);
}
