using System.Runtime.CompilerServices;

namespace SyncGen.Relational.Servers;

/// <summary>A value on its way between a row and a database server, of whatever type, without boxing. Immutable.</summary>
public readonly struct FieldValue
{
    private readonly Words _words;
    private readonly object? _reference;

    private FieldValue(FieldKind kind, Words words = default, object? reference = null)
    {
        Kind = kind;
        _words = words;
        _reference = reference;
    }

    private FieldValue(FieldKind kind, long number) : this(kind, new Words(number, 0))
    {
    }

    /// <summary>What the value is: only the property of that kind may be read.</summary>
    public FieldKind Kind { get; }

    /// <summary>NULL.</summary>
    public static FieldValue Null => default;

    /// <summary>Whether the value is NULL.</summary>
    public bool IsNull => Kind == FieldKind.Null;

    /// <summary>The value of <see cref="FieldKind.Boolean"/>.</summary>
    public bool AsBoolean => _words.First != 0;

    /// <summary>The value of <see cref="FieldKind.Integer"/>.</summary>
    public long AsInteger => _words.First;

    /// <summary>The value of <see cref="FieldKind.Real"/>.</summary>
    public double AsReal => BitConverter.Int64BitsToDouble(_words.First);

    /// <summary>The value of <see cref="FieldKind.Number"/>.</summary>
    public decimal AsNumber => Unsafe.BitCast<Words, decimal>(_words);

    /// <summary>The value of <see cref="FieldKind.Text"/>.</summary>
    public string AsText => (string)_reference!;

    /// <summary>The value of <see cref="FieldKind.Binary"/>.</summary>
    public byte[] AsBinary => (byte[])_reference!;

    /// <summary>The value of <see cref="FieldKind.Guid"/>.</summary>
    public Guid AsGuid => Unsafe.BitCast<Words, Guid>(_words);

    /// <summary>The value of <see cref="FieldKind.DateTime"/>.</summary>
    public DateTime AsDateTime => new(_words.First, DateTimeKind.Unspecified);

    /// <summary>The value of <see cref="FieldKind.Moment"/>.</summary>
    public DateTimeOffset AsMoment => new(_words.First, new TimeSpan(_words.Second));

    /// <summary>The value of <see cref="FieldKind.Date"/>.</summary>
    public DateOnly AsDate => DateOnly.FromDayNumber((int)_words.First);

    /// <summary>The value of <see cref="FieldKind.Time"/>.</summary>
    public TimeOnly AsTime => new(_words.First);

    /// <summary>The value of <see cref="FieldKind.Interval"/>.</summary>
    public TimeSpan AsInterval => new(_words.First);

    /// <summary>How many bytes the value counts for.</summary>
    public int Size => Kind switch
    {
        FieldKind.Null => 0,
        FieldKind.Text => AsText.Length,
        FieldKind.Binary => AsBinary.Length,
        FieldKind.Guid or FieldKind.Number => 16,
        _ => 8,
    };

    /// <summary>The value of true or false.</summary>
    public static FieldValue Of(bool value) => new(FieldKind.Boolean, value ? 1 : 0);

    /// <summary>The value of a whole number.</summary>
    public static FieldValue Of(long value) => new(FieldKind.Integer, value);

    /// <summary>The value of a number of double precision.</summary>
    public static FieldValue Of(double value) => new(FieldKind.Real, BitConverter.DoubleToInt64Bits(value));

    /// <summary>The value of a decimal.</summary>
    public static FieldValue Of(decimal value) => new(FieldKind.Number, Unsafe.BitCast<decimal, Words>(value));

    /// <summary>The value of text.</summary>
    public static FieldValue Of(string value) => new(FieldKind.Text, reference: value);

    /// <summary>The value of bytes, which must not change any more.</summary>
    public static FieldValue Of(byte[] value) => new(FieldKind.Binary, reference: value);

    /// <summary>The value of a GUID.</summary>
    public static FieldValue Of(Guid value) => new(FieldKind.Guid, Unsafe.BitCast<Guid, Words>(value));

    /// <summary>The value of a date and a time without a zone; its kind is not kept.</summary>
    public static FieldValue Of(DateTime value) => new(FieldKind.DateTime, value.Ticks);

    /// <summary>The value of a moment.</summary>
    public static FieldValue Of(DateTimeOffset value) => new(FieldKind.Moment, new Words(value.Ticks, value.Offset.Ticks));

    /// <summary>The value of a date.</summary>
    public static FieldValue Of(DateOnly value) => new(FieldKind.Date, value.DayNumber);

    /// <summary>The value of a time of day.</summary>
    public static FieldValue Of(TimeOnly value) => new(FieldKind.Time, value.Ticks);

    /// <summary>The value of a length of time.</summary>
    public static FieldValue Of(TimeSpan value) => new(FieldKind.Interval, value.Ticks);

    /// <summary>Something that .NET has no value for.</summary>
    public static FieldValue Unreadable(string what) => new(FieldKind.Unreadable, reference: what);

    private readonly record struct Words(long First, long Second);
}
