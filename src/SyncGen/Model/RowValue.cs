using System.Runtime.CompilerServices;

namespace SyncGen.Model;

/// <summary>A value of whatever type, without boxing. What it is, its column says.</summary>
internal readonly struct RowValue
{
    private readonly Int128 _bits;
    private readonly object? _reference;

    private RowValue(Int128 bits, object? reference) => (_bits, _reference, HasValue) = (bits, reference, true);

    /// <summary>Whether it is not null.</summary>
    public bool HasValue { get; }

    public long Number => unchecked((long)_bits);

    public long SecondNumber => (long)(_bits >> 64);

    public decimal Decimal => Unsafe.BitCast<Int128, decimal>(_bits);

    public Guid Guid => Unsafe.BitCast<Int128, Guid>(_bits);

    public string Text => (string)_reference!;

    public byte[] Bytes => (byte[])_reference!;

    public static RowValue Of(long number, long second = 0) => new(new Int128(unchecked((ulong)second), unchecked((ulong)number)), null);

    public static RowValue Of(decimal value) => new(Unsafe.BitCast<decimal, Int128>(value), null);

    public static RowValue Of(Guid value) => new(Unsafe.BitCast<Guid, Int128>(value), null);

    public static RowValue Of(string value) => new(0, value);

    public static RowValue Of(byte[] value) => new(0, value);

    /// <summary>What stands for a value that is not known: nothing, in the type's own way.</summary>
    public static RowValue Zero(SyncType type) => type switch
    {
        SyncType.String => Of(""),
        SyncType.Binary => Of([]),
        // Not every database has the character 0.
        SyncType.Char => Of(' '),
        _ => Of(0),
    };

    /// <summary>Whether two values of one column are the same.</summary>
    public static bool AreSame(RowValue left, RowValue right) =>
        left.HasValue == right.HasValue && left._bits == right._bits && (left._reference, right._reference) switch
        {
            (byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other),
            var (one, other) => Equals(one, other),
        };
}
