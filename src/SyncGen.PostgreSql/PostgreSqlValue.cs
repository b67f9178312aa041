using System.Runtime.CompilerServices;

namespace SyncGen.PostgreSql;

/// <summary>A value on its way between a row and the database, of whatever type, without boxing.</summary>
internal readonly struct PostgreSqlValue
{
    private readonly Words _words;
    private readonly object? _reference;

    private PostgreSqlValue(PostgreSqlValueKind kind, Words words = default, object? reference = null)
    {
        Kind = kind;
        _words = words;
        _reference = reference;
    }

    private PostgreSqlValue(PostgreSqlValueKind kind, long number) : this(kind, new Words(number, 0))
    {
    }

    public PostgreSqlValueKind Kind { get; }

    public static PostgreSqlValue Null => default;

    public bool IsNull => Kind == PostgreSqlValueKind.Null;

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
        PostgreSqlValueKind.Null => 0,
        PostgreSqlValueKind.Text => AsText.Length,
        PostgreSqlValueKind.Binary => AsBinary.Length,
        PostgreSqlValueKind.Guid or PostgreSqlValueKind.Number => 16,
        _ => 8,
    };

    public static PostgreSqlValue Of(bool value) => new(PostgreSqlValueKind.Boolean, value ? 1 : 0);

    public static PostgreSqlValue Of(long value) => new(PostgreSqlValueKind.Integer, value);

    public static PostgreSqlValue Of(double value) => new(PostgreSqlValueKind.Real, BitConverter.DoubleToInt64Bits(value));

    public static PostgreSqlValue Of(decimal value) => new(PostgreSqlValueKind.Number, Unsafe.BitCast<decimal, Words>(value));

    public static PostgreSqlValue Of(string value) => new(PostgreSqlValueKind.Text, reference: value);

    public static PostgreSqlValue Of(byte[] value) => new(PostgreSqlValueKind.Binary, reference: value);

    public static PostgreSqlValue Of(Guid value) => new(PostgreSqlValueKind.Guid, Unsafe.BitCast<Guid, Words>(value));

    public static PostgreSqlValue Of(DateTime value) => new(PostgreSqlValueKind.DateTime, value.Ticks);

    public static PostgreSqlValue Of(DateTimeOffset value) => new(PostgreSqlValueKind.Moment, new Words(value.Ticks, value.Offset.Ticks));

    public static PostgreSqlValue Of(DateOnly value) => new(PostgreSqlValueKind.Date, value.DayNumber);

    public static PostgreSqlValue Of(TimeOnly value) => new(PostgreSqlValueKind.Time, value.Ticks);

    public static PostgreSqlValue Of(TimeSpan value) => new(PostgreSqlValueKind.Interval, value.Ticks);

    /// <summary>Something that .NET has no value for.</summary>
    public static PostgreSqlValue Unreadable(string what) => new(PostgreSqlValueKind.Unreadable, reference: what);

    private readonly record struct Words(long First, long Second);
}
